// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/pincomparison.h"

#include "core/clusters/influencespread.h"
#include "core/comparison/modelcomparison.h"
#include "core/policies/scenariouses.h"
#include "core/policies/usecolumns.h"
#include "core/policies/valueofuses.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace oneinn {

namespace {

using Places = std::vector<Eigen::Index>;

/// Places of the same uses among those of a pin and those of now.
struct SharedUses {
    PinPairing pairing;
    Places pin, now;
};

SharedUses sameRows(const std::vector<std::uint32_t> &pin, const std::vector<std::uint32_t> &now)
{
    SharedUses shared{PinPairing::SameRows, {}, {}};
    std::size_t i = 0;
    std::size_t j = 0;
    while (i < pin.size() && j < now.size()) {
        if (pin[i] == now[j]) {
            shared.pin.push_back(static_cast<Eigen::Index>(i));
            shared.now.push_back(static_cast<Eigen::Index>(j));
        }
        const std::uint32_t row = std::min(pin[i], now[j]);
        i += pin[i] == row ? 1 : 0;
        j += now[j] == row ? 1 : 0;
    }
    return shared;
}

constexpr Eigen::Index nowhere = -1;
constexpr Eigen::Index several = -2;

/// By example id: the place of the only use that has it.
Places placesById(const CategoryColumn &ids, const std::vector<std::uint32_t> &rows)
{
    Places places(ids.values.size(), nowhere);
    for (std::size_t use = 0; use < rows.size(); ++use) {
        Eigen::Index &place = places[ids.codes[rows[use]]];
        place = place == nowhere ? static_cast<Eigen::Index>(use) : several;
    }
    // Rows that say nothing do not belong together.
    if (const auto nameless = ids.codeOf({}))
        places[*nameless] = nowhere;
    return places;
}

SharedUses sameExamples(const Predictions &predictions, const std::vector<std::uint32_t> &pin,
                        const std::vector<std::uint32_t> &now)
{
    SharedUses shared{PinPairing::SameExamples, {}, {}};
    const Places ofPin = placesById(*predictions.exampleId(), pin);
    const Places ofNow = placesById(*predictions.exampleId(), now);
    for (std::size_t use = 0; use < now.size(); ++use) {
        const auto id = predictions.exampleId()->codes[now[use]];
        const Eigen::Index other = ofPin[id];
        if (other < 0 || ofNow[id] < 0)
            continue;
        if (predictions.label()[pin[static_cast<std::size_t>(other)]]
            != predictions.label()[now[use]])
            continue;
        shared.pin.push_back(other);
        shared.now.push_back(static_cast<Eigen::Index>(use));
    }
    return shared;
}

ComparedUses comparedUses(const ScenarioUses &uses, const ValueQuestion &scenario)
{
    const UseOutcomes outcomes = uses.outcomes();
    return {UseColumns(uses.rows(), outcomes, scenario.patience),
            valueOfUses(uses.rows(), outcomes, {scenario.values, scenario.patience})};
}

/// The same number for the same code, on both sides.
PairedUnits unitsOf(const DenseUnits &together, Eigen::Index ofPin)
{
    const auto middle = together.unit.begin() + ofPin;
    return {{together.unit.begin(), middle}, {middle, together.unit.end()}, together.count};
}

CodeColumn together(const CodeColumn &pin, const CodeColumn &now)
{
    CodeColumn codes(pin.size() + now.size());
    codes << pin, now;
    return codes;
}

/// A use of now is its own unit, and that of a pin the unit of the same use.
PairedUnits unitsByUse(Eigen::Index ofPin, Eigen::Index ofNow, const SharedUses &shared)
{
    PairedUnits units;
    std::uint32_t next = 0;
    for (Eigen::Index use = 0; use < ofNow; ++use)
        units.b.push_back(next++);
    std::vector<Eigen::Index> partner(static_cast<std::size_t>(ofPin), nowhere);
    for (std::size_t i = 0; i < shared.pin.size(); ++i)
        partner[static_cast<std::size_t>(shared.pin[i])] = shared.now[i];
    for (const Eigen::Index other : partner)
        units.a.push_back(other == nowhere ? next++ : static_cast<std::uint32_t>(other));
    units.count = next;
    return units;
}

PairedClusters clustersOf(const PairedRows &pin, const PairedRows &now, const SharedUses &shared)
{
    const bool users = now.user.size() > 0;
    const bool days = now.day.size() > 0;
    if (!users && !days)
        return {unitsByUse(pin.uses(), now.uses(), shared), {}, {}};
    const CodeColumn user = together(pin.user, now.user);
    const CodeColumn day = together(pin.day, now.day);
    PairedClusters clusters{unitsOf(denseUnits(users ? user : day), pin.uses()), {}, {}};
    if (users && days) {
        clusters.days = unitsOf(denseUnits(day), pin.uses());
        clusters.both = unitsOf(denseUnits(user, day), pin.uses());
    }
    return clusters;
}

/// Both have answered the same uses, in one order.
bool areInStep(const SharedUses &shared, Eigen::Index ofPin, Eigen::Index ofNow)
{
    const auto size = static_cast<Eigen::Index>(shared.now.size());
    if (size != ofPin || size != ofNow)
        return false;
    for (Eigen::Index use = 0; use < size; ++use) {
        const auto i = static_cast<std::size_t>(use);
        if (shared.pin[i] != use || shared.now[i] != use)
            return false;
    }
    return true;
}

/// Those that are known and fit, or others prepared with what the known ones can lend.
Result<ScenarioRows::Ptr> rowsFor(const Scenario &scenario,
                                  const std::vector<ScenarioRows::Ptr> &known,
                                  const JobControl &job)
{
    ScenarioRows::Ptr fitting;
    ScenarioRows::Ptr lender = known.front();
    for (const ScenarioRows::Ptr &rows : known) {
        if (rows->fit(scenario))
            fitting = rows;
        else if (rows->all()->selection() == scenario.selection)
            lender = rows;
    }
    if (fitting)
        return fitting;
    return ScenarioRows::prepare(known.front()->source(), scenario, job, lender);
}

} // namespace

Result<AssessedPin> assessedPin(const Choice &choice, const Scenario &assumptions,
                                const std::vector<ScenarioRows::Ptr> &known, const JobControl &job)
{
    const PredictionsPtr &predictions = known.front()->source();
    AssessedPin pin{withChoice(assumptions, choice), {}, {}, {}};
    if (!predictions->hasAny(pin.scenario.selection))
        pin.misfit = PinMisfit::ModelMissing;
    else if (choice.budget && !predictions->hasLatency())
        pin.misfit = PinMisfit::BudgetWithoutLatencies;
    if (pin.misfit)
        return pin;
    auto prepared = rowsFor(pin.scenario, known, job);
    if (!prepared && choice.combination && prepared.problem().kind == ProblemKind::ValueMissing) {
        pin.misfit = PinMisfit::OtherModelMissing;
        return pin;
    }
    if (!prepared)
        return prepared.problem();
    pin.rows = std::move(prepared).value();
    const bool fallsBack =
            choice.latePolicy == LatePolicy::FallBack && choice.fallback && choice.budget;
    if (fallsBack && !pin.rows->paired()) {
        pin.misfit = PinMisfit::FallbackMissing;
        pin.rows.reset();
        return pin;
    }
    pin.assessment = assess(*pin.rows, pin.scenario);
    return pin;
}

Result<PinDifferences> pinDifferences(const ScenarioRows &pinRows, const SettingQuestion &pin,
                                      const ScenarioRows &nowRows, const SettingQuestion &now,
                                      const JobControl &job)
{
    const Predictions &predictions = *nowRows.source();
    assert(pinRows.source() == nowRows.source());
    PinDifferences result;
    const bool sameModel = pin.selection == now.selection;
    if (!sameModel && !predictions.exampleId()) {
        result.pairing = PinPairing::NoExampleIds;
        return result;
    }
    const auto ofPin = ScenarioUses::of(pinRows, pin, pin.threshold);
    const auto ofNow = ScenarioUses::of(nowRows, now, now.threshold);
    if (!ofPin || !ofNow)
        return result;
    const auto &rowsOfPin = ofPin->rows().row;
    const auto &rowsOfNow = ofNow->rows().row;
    const SharedUses shared = sameModel ? sameRows(rowsOfPin, rowsOfNow)
                                        : sameExamples(predictions, rowsOfPin, rowsOfNow);
    if (shared.now.empty())
        return result;
    result.pairing = shared.pairing;
    result.uses = shared.now.size();
    const ComparedUses a = comparedUses(*ofPin, pin);
    const ComparedUses b = comparedUses(*ofNow, now);
    const PairedClusters clusters = clustersOf(ofPin->rows(), ofNow->rows(), shared);
    const ShareDifferences differences(
            a, b, clusters, areInStep(shared, ofPin->rows().uses(), ofNow->rows().uses()));
    const bool timed = predictions.hasLatency() && (pin.budget || now.budget);
    for (const Share share : comparedShares) {
        if (job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        if (timed || kindOf(share).need != ShareNeed::SetBudget)
            result[share] = differences.share(share);
    }
    result.valuePerUse = differences.valuePerUse(smallestBeside(ofNow->rows(), b, now.values));
    return result;
}

} // namespace oneinn
