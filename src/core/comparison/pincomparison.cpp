// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/pincomparison.h"

#include "core/comparison/policycomparison.h"
#include "core/policies/scenariouses.h"
#include "core/policies/valueofuses.h"

#include <algorithm>
#include <cassert>
#include <limits>
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

/// What the uses are, whoever answers them: label, weight at the base rate, user.
PairedRows rowsOf(const Predictions &predictions, const std::vector<std::uint32_t> &row,
                  const Places &places, const ValueQuestion &scenario)
{
    const auto uses = static_cast<Eigen::Index>(places.size());
    PairedRows rows;
    rows.models = {std::string()};
    rows.label.resize(uses);
    rows.weight = Eigen::ArrayXd::Ones(uses);
    rows.user.resize(predictions.userId() ? uses : 0);
    for (Eigen::Index use = 0; use < uses; ++use) {
        const auto of = row[static_cast<std::size_t>(places[static_cast<std::size_t>(use)])];
        rows.label[use] = predictions.label()[of];
        if (predictions.weight())
            rows.weight[use] = (*predictions.weight())[of];
        if (predictions.userId())
            rows.user[use] = predictions.userId()->codes[of];
    }
    const double positives = (rows.label > 0).select(rows.weight, 0.0).sum();
    const double negatives = (rows.label > 0).select(0.0, rows.weight).sum();
    if (!scenario.baseRate || !(positives > 0.0) || !(negatives > 0.0))
        return rows;
    return rows.rebased(classFactors(positives, negatives, *scenario.baseRate));
}

/// What a choice does with the shared uses.
struct Side {
    UseOutcomes outcomes; ///< decision and late alone
    Eigen::ArrayXd staying;
    Eigen::ArrayXd value;
};

Side sideOf(const ScenarioUses &uses, const ValueQuestion &scenario, const Places &places)
{
    const UseOutcomes all = uses.outcomes();
    const UseTerms terms{scenario.values, scenario.patience};
    Side side;
    side.staying = stillThere(all, scenario.patience)(places);
    side.value = valueOfUses(uses.rows(), all, terms)(places);
    for (const Eigen::Index place : places) {
        const auto use = static_cast<std::size_t>(place);
        side.outcomes.decision.push_back(all.decision[use]);
        side.outcomes.late.push_back(all.late[use]);
    }
    return side;
}

/// Numerators and denominators of shares, by use.
enum Column { Wrong, Shown, Missed, Answered, Late, All, ColumnCount };
using MeanColumns = std::vector<Eigen::ArrayXd>;

MeanColumns columnsOf(const PairedRows &rows, const Side &side)
{
    MeanColumns columns(ColumnCount, Eigen::ArrayXd::Zero(rows.uses()));
    columns[All].setOnes();
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        const auto i = static_cast<std::size_t>(use);
        const UseDecision decision = side.outcomes.decision[i];
        const bool positive = rows.label[use] != 0;
        const double staying = side.staying[use];
        columns[Late][use] = side.outcomes.late[i] != 0 ? 1.0 : 0.0;
        if (decision == UseDecision::Shown) {
            columns[Shown][use] = staying;
            columns[Wrong][use] = positive ? 0.0 : staying;
        }
        if (positive && decision != UseDecision::Unanswered) {
            columns[Answered][use] = staying;
            columns[Missed][use] = decision == UseDecision::NotShown ? staying : 0.0;
        }
    }
    return columns;
}

/// Every user is there for an answer: rows can be counted.
bool endsInAnswers(const Side &side)
{
    const auto &decision = side.outcomes.decision;
    return (side.staying == 1.0).all()
            && std::find(decision.begin(), decision.end(), UseDecision::Unanswered)
            == decision.end();
}

template<typename T> std::vector<T> ofSample(const std::vector<T> &column, const Places &uses)
{
    std::vector<T> some;
    some.reserve(uses.size());
    for (const Eigen::Index use : uses)
        some.push_back(column[static_cast<std::size_t>(use)]);
    return some;
}

Side ofSample(const Side &side, const Places &uses)
{
    return {{ofSample(side.outcomes.decision, uses), ofSample(side.outcomes.late, uses), {}, {}},
            side.staying(uses),
            side.value(uses)};
}

PairedRows ofSample(const PairedRows &rows, const Places &uses)
{
    PairedRows some;
    some.models = rows.models;
    some.label = rows.label(uses);
    some.weight = rows.weight(uses);
    if (rows.user.size() > 0)
        some.user = rows.user(uses);
    return some;
}

/// What is right said of what is wrong.
std::optional<MeasureComparison> opposite(std::optional<MeasureComparison> measure)
{
    if (measure)
        measure->interval = {-measure->interval.high, -measure->interval.low};
    return measure;
}

/// Intervals and verdicts, from a sample of many uses.
class PinnedAgainstNow {
public:
    static Result<PinnedAgainstNow> of(const PairedRows &rows, const Side &pin, const Side &now,
                                       const BootstrapOptions &options, const JobControl &job)
    {
        PinnedAgainstNow result(rows.uses());
        auto models =
                compareModels(rows, pin.outcomes, now.outcomes, pin.value, now.value, options, job);
        if (!models)
            return models.problem();
        result.m_models = std::move(models).value();
        if (endsInAnswers(pin) && endsInAnswers(now))
            return result;
        MeanColumns columns = columnsOf(rows, pin);
        for (Eigen::ArrayXd &column : columnsOf(rows, now))
            columns.push_back(std::move(column));
        auto means = resampledMeans(rows, columns, options, job);
        if (!means)
            return means.problem();
        result.m_means = std::move(means).value();
        return result;
    }

    std::optional<MeasureComparison> wrongOfShown() const
    {
        return m_means ? resampled(Wrong, Shown) : opposite(m_models.precision);
    }
    std::optional<MeasureComparison> missed() const
    {
        return m_means ? resampled(Missed, Answered) : opposite(m_models.recall);
    }
    const MeasureComparison &late() const { return m_models.lateShare; }
    const MeasureComparison &valuePerUse() const { return m_models.valuePerUse; }

private:
    explicit PinnedAgainstNow(Eigen::Index uses)
        : m_uses(uses)
    {
    }

    /// Resamples in which a share is undefined are left out.
    std::optional<MeasureComparison> resampled(Column share, Column of) const
    {
        std::vector<double> differences;
        const auto &sums = m_means->resampledSum;
        for (Eigen::Index i = 0; i < sums.rows(); ++i) {
            const double ofPin = sums(i, of);
            const double ofNow = sums(i, ColumnCount + of);
            if (ofPin > 0.0 && ofNow > 0.0)
                differences.push_back(sums(i, share) / ofPin
                                      - sums(i, ColumnCount + share) / ofNow);
        }
        const double ofPin = m_means->sum[of];
        const double ofNow = m_means->sum[ColumnCount + of];
        if (!(ofPin > 0.0) || !(ofNow > 0.0))
            return std::nullopt;
        MeasureComparison result;
        result.difference = m_means->sum[share] / ofPin - m_means->sum[ColumnCount + share] / ofNow;
        // Never defined in a resample: nothing is known.
        result.interval = percentileInterval(std::move(differences)).value_or(Interval{-1.0, 1.0});
        result.basis =
                m_means->drawn ? ComparisonBasis::Resamples : ComparisonBasis::NormalApproximation;
        return judged(result, BetterQuality::Lower, m_uses);
    }

    Eigen::Index m_uses;
    ModelComparison m_models;
    std::optional<ResampledMeans> m_means; ///< only where rows cannot be counted
};

double weightedSum(const PairedRows &rows, const Eigen::ArrayXd &column)
{
    return (rows.weight * column).sum();
}

/// The shares of all uses in place of a sample's; absent where one is undefined.
std::optional<MeasureComparison> ofAllUses(std::optional<MeasureComparison> measure,
                                           const PairedRows &rows, const MeanColumns &pin,
                                           const MeanColumns &now, std::pair<Column, Column> share)
{
    const double ofPin = weightedSum(rows, pin[share.second]);
    const double ofNow = weightedSum(rows, now[share.second]);
    if (!measure || !(ofPin > 0.0) || !(ofNow > 0.0))
        return std::nullopt;
    measure->a = weightedSum(rows, pin[share.first]) / ofPin;
    measure->b = weightedSum(rows, now[share.first]) / ofNow;
    measure->difference = measure->a - measure->b;
    return measure;
}

MeasureComparison ofAllUses(MeasureComparison value, const PairedRows &rows, const Side &pin,
                            const Side &now)
{
    const double all = rows.weight.sum();
    value.a = weightedSum(rows, pin.value) / all;
    value.b = weightedSum(rows, now.value) / all;
    value.difference = weightedSum(rows, pin.value - now.value) / all;
    return value;
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
        if (rows->fit(pin.scenario)) {
            pin.rows = rows;
            break;
        }
        if (rows->all()->selection() == pin.scenario.selection)
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
                                      const PinComparisonOptions &options, const JobControl &job)
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
    const PairedRows rows = rowsOf(predictions, rowsOfNow, shared.now, now);
    const Side a = sideOf(*ofPin, pin, shared.pin);
    const Side b = sideOf(*ofNow, now, shared.now);
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};

    const Places sample = sampledUses(rows.uses(), options.mostUses);
    auto compared = PinnedAgainstNow::of(ofSample(rows, sample), ofSample(a, sample),
                                         ofSample(b, sample), options.bootstrap, job);
    if (!compared)
        return compared.problem();
    const PinnedAgainstNow &of = compared.value();
    const MeanColumns columnsA = columnsOf(rows, a);
    const MeanColumns columnsB = columnsOf(rows, b);
    result.pairing = shared.pairing;
    result.uses = shared.now.size();
    result.resampled = sample.size();
    result.wrongOfShown = ofAllUses(of.wrongOfShown(), rows, columnsA, columnsB, {Wrong, Shown});
    result.missed = ofAllUses(of.missed(), rows, columnsA, columnsB, {Missed, Answered});
    if (predictions.hasLatency() && (pin.budget || now.budget))
        result.late = ofAllUses(of.late(), rows, columnsA, columnsB, {Late, All});
    result.valuePerUse = ofAllUses(of.valuePerUse(), rows, a, b);
    return result;
}

} // namespace oneinn
