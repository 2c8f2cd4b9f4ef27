// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/pincomparison.h"

#include "core/policies/scenariouses.h"
#include "core/policies/usecolumns.h"
#include "core/policies/valueofuses.h"

#include <algorithm>
#include <cassert>
#include <unordered_map>
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

constexpr Eigen::Index none = -1;
constexpr Eigen::Index several = -2;

/// By example id: the place of the only use that has it.
Places placesById(const CategoryColumn &ids, const std::vector<std::uint32_t> &rows)
{
    Places places(ids.values.size(), none);
    for (std::size_t use = 0; use < rows.size(); ++use) {
        Eigen::Index &place = places[ids.codes[rows[use]]];
        place = place == none ? static_cast<Eigen::Index>(use) : several;
    }
    // Rows that say nothing do not belong together.
    if (const auto nameless = ids.codeOf({}))
        places[*nameless] = none;
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

/// Gives the uses of both sides their units.
class UnitFinder {
public:
    /// By user where they are known; else a use of now is its own unit, and that of a pin the
    /// unit of the same use.
    static PairedUnits find(const ScenarioUses &pin, const ScenarioUses &now,
                            const SharedUses &shared)
    {
        UnitFinder finder;
        const CodeColumn &users = now.rows().user;
        if (users.size() > 0)
            return {finder.byUser(pin.rows().user), finder.byUser(users), finder.m_next};
        PairedUnits units;
        for (Eigen::Index use = 0; use < now.rows().uses(); ++use)
            units.b.push_back(finder.m_next++);
        std::vector<Eigen::Index> partner(static_cast<std::size_t>(pin.rows().uses()), none);
        for (std::size_t i = 0; i < shared.pin.size(); ++i)
            partner[static_cast<std::size_t>(shared.pin[i])] = shared.now[i];
        for (const Eigen::Index other : partner)
            units.a.push_back(other == none ? finder.m_next++ : static_cast<std::uint32_t>(other));
        units.count = finder.m_next;
        return units;
    }

private:
    std::vector<std::uint32_t> byUser(const CodeColumn &users)
    {
        std::vector<std::uint32_t> units;
        units.reserve(static_cast<std::size_t>(users.size()));
        for (const std::uint32_t user : users) {
            const auto [found, isNew] = m_unitOfUser.try_emplace(user, m_next);
            m_next += isNew ? 1U : 0U;
            units.push_back(found->second);
        }
        return units;
    }

    std::uint32_t m_next = 0;
    std::unordered_map<std::uint32_t, std::uint32_t> m_unitOfUser;
};

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

} // namespace

Result<AssessedPin> assessedPin(const Choice &choice, const Scenario &assumptions,
                                const std::vector<ScenarioRows::Ptr> &known, const JobControl &job)
{
    const PredictionsPtr &predictions = known.front()->all()->predictions();
    AssessedPin pin{withChoice(assumptions, choice), {}, {}, {}};
    if (!predictions->hasAny(pin.scenario.selection))
        pin.misfit = PinMisfit::ModelMissing;
    else if (choice.budget && !predictions->hasLatency())
        pin.misfit = PinMisfit::BudgetWithoutLatencies;
    if (pin.misfit)
        return pin;
    ScenarioRows::Ptr lender = known.front();
    for (const ScenarioRows::Ptr &rows : known) {
        if (rows->fit(pin.scenario))
            pin.rows = rows;
        else if (rows->all()->selection() == pin.scenario.selection)
            lender = rows;
    }
    if (!pin.rows) {
        auto prepared = ScenarioRows::prepare(predictions, pin.scenario, job, lender);
        if (!prepared)
            return prepared.problem();
        pin.rows = std::move(prepared).value();
    }
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
    const Predictions &predictions = *nowRows.all()->predictions();
    assert(pinRows.all()->predictions() == nowRows.all()->predictions());
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
    const PairedUnits units = UnitFinder::find(*ofPin, *ofNow, shared);
    const ShareDifferences differences(
            a, b, units, areInStep(shared, ofPin->rows().uses(), ofNow->rows().uses()));
    const bool timed = predictions.hasLatency() && (pin.budget || now.budget);
    for (const Share share : comparedShares) {
        if (job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        if (timed || kindOf(share).need != ShareNeed::SetBudget)
            result[share] = differences.share(share);
    }
    result.valuePerUse = differences.valuePerUse();
    return result;
}

} // namespace oneinn
