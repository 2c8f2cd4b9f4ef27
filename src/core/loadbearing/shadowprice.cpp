// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/shadowprice.h"

#include "core/assessment.h"
#include "core/index/decisionsearch.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace oneinn {

namespace {

/// Moving the budget where no use comes or goes: any step shows that nothing changes.
constexpr double idleStep = 1.0;

/// What a slice is searched with, restated as the scenario says.
struct RestatedSlice {
    std::shared_ptr<const BudgetSlice> slice;
    ClassFactors factors;
    OperatingCounts folded;

    RestatedSlice(const PredictionIndex &index, const ValueQuestion &scenario, Budget budget)
        : slice(index.at(budget))
    {
        const OperatingCounts counts = slice->counts(Threshold::alertOnNothing());
        factors = restatement(counts, scenario.baseRate);
        folded = counts.rebased(factors).folded(scenario.latePolicy);
    }
    bool anyUses() const { return folded.uses().weight > 0.0; }
    DecisionSearch search() const
    {
        return {*slice, factors, folded.matrix().positives(), folded.matrix().negatives()};
    }
    BestUnderLimit at(const BestThreshold &best, const OutcomeValues &values) const
    {
        const double late = values.late() * folded.late().weight;
        const Threshold threshold{best.intervals.front().high};
        const OperatingCounts counts = slice->counts(threshold);
        return {(best.best + late) / folded.uses().weight, threshold, counts.tp.weight,
                counts.fp.weight};
    }
};

std::optional<double> valueOf(const std::optional<BestUnderLimit> &best)
{
    return best ? std::optional(best->valuePerUse) : std::nullopt;
}

/// What a scenario's rows at its budget are searched with, as outlook() has it.
class SearchedUses {
public:
    SearchedUses(const ScenarioRows &rows, const ValueQuestion &scenario)
        : m_slice(rows.at(scenario))
        , m_values(scenario.values)
    {
        const Threshold nothing = Threshold::alertOnNothing();
        m_factors = restatement(*m_slice, scenario.baseRate);
        m_ends = m_slice->ends(nothing).rebased(m_factors);
    }
    std::optional<double> bestValue() const
    {
        return anyUses() ? std::optional(perUse(search().mostValuable(m_values))) : std::nullopt;
    }
    std::optional<double> bestValueAtPrecision(double limit) const
    {
        if (!anyUses())
            return std::nullopt;
        const auto best = search().mostValuableAtPrecision(m_values, limit);
        return best ? std::optional(perUse(*best)) : std::nullopt;
    }

private:
    bool anyUses() const { return m_ends.uses().weight > 0.0; }
    DecisionSearch search() const
    {
        return {m_slice->staying(),
                m_factors,
                m_ends.matrix().positives(),
                m_ends.matrix().negatives(),
                {m_ends.tp.weight, m_ends.fp.weight}};
    }
    double perUse(const BestThreshold &best) const
    {
        return (best.best + m_values.late() * m_ends.late().weight) / m_ends.uses().weight;
    }

    std::shared_ptr<const UseSlice> m_slice;
    OutcomeValues m_values;
    ClassFactors m_factors;
    OperatingCounts m_ends;
};

struct BudgetSteps {
    double up = 0.0;
    double down = 0.0;
};

/// So far that a share of the uses comes on time, or no longer does.
BudgetSteps budgetSteps(const LatencyDistribution &latency, Milliseconds budget, double shareOfUses)
{
    BudgetSteps step{idleStep, std::min(idleStep, budget.value)};
    const Eigen::Index finite = latency.rowsWithin(std::numeric_limits<double>::infinity());
    const Eigen::Index within = latency.rowsWithin(budget.value);
    const auto moved =
            std::max<Eigen::Index>(1,
                                   static_cast<Eigen::Index>(std::ceil(
                                           shareOfUses * static_cast<double>(latency.size()))));
    if (within < finite)
        step.up = latency.at(std::min(finite, within + moved) - 1) - budget.value;
    // A use is on time at its own latency: down to the next shorter one, or it would stay so.
    if (within > 0) {
        const double last = latency.at(std::max<Eigen::Index>(0, within - moved));
        const Eigen::Index left = latency.rowsWithin(std::nextafter(last, 0.0));
        step.down = budget.value - (left > 0 ? latency.at(left - 1) : 0.0);
    }
    return step;
}

} // namespace

std::optional<BestUnderLimit> bestWithin(const PredictionIndex &index,
                                         const ValueQuestion &scenario, Budget budget)
{
    const RestatedSlice restated(index, scenario, budget);
    if (!restated.anyUses())
        return std::nullopt;
    return restated.at(restated.search().mostValuable(scenario.values), scenario.values);
}

std::optional<BestUnderLimit> bestAtPrecision(const PredictionIndex &index,
                                              const ValueQuestion &scenario, double limit)
{
    const RestatedSlice restated(index, scenario, scenario.budget);
    if (!restated.anyUses())
        return std::nullopt;
    const auto best = restated.search().mostValuableAtPrecision(scenario.values, limit);
    return best ? std::optional(restated.at(*best, scenario.values)) : std::nullopt;
}

std::optional<ShadowPrice> shadowPrice(const BestAtLimit &best, double limit, double stepUp,
                                       double stepDown)
{
    const auto here = best(limit);
    if (!here)
        return std::nullopt;
    ShadowPrice price{.stepUp = stepUp, .stepDown = stepDown, .up = {}, .down = {}};
    const auto above = stepUp > 0.0 ? best(limit + stepUp) : std::nullopt;
    const auto below = stepDown > 0.0 ? best(limit - stepDown) : std::nullopt;
    // A step may be so small that its price is beyond every number.
    const auto priceOf = [](double gained, double step) {
        const double perUnit = gained / step;
        return std::isfinite(perUnit) ? std::optional(perUnit) : std::nullopt;
    };
    if (above)
        price.up = priceOf(*above - *here, stepUp);
    if (below)
        price.down = priceOf(*here - *below, stepDown);
    return price;
}

std::optional<ShadowPrice> priceOfBudget(const PredictionIndex &index,
                                         const ValueQuestion &scenario, Milliseconds budget,
                                         double shareOfUses)
{
    const BudgetSteps step = budgetSteps(index.latency(), budget, shareOfUses);
    const auto best = [&](double limit) {
        return valueOf(bestWithin(index, scenario, Milliseconds{limit}));
    };
    return shadowPrice(best, budget.value, step.up, step.down);
}

std::optional<ShadowPrice> priceOfPrecision(const PredictionIndex &index,
                                            const ValueQuestion &scenario, double limit,
                                            double step)
{
    const auto best = [&](double at) { return valueOf(bestAtPrecision(index, scenario, at)); };
    return shadowPrice(best, limit, std::min(step, 1.0 - limit), std::min(step, limit));
}

std::optional<double> bestValue(const ScenarioRows &rows, const ValueQuestion &scenario)
{
    return SearchedUses(rows, scenario).bestValue();
}

std::optional<ShadowPrice> priceOfBudget(const ScenarioRows &rows, const ValueQuestion &scenario,
                                         double shareOfUses, const JobControl &job)
{
    if (!scenario.budget)
        return std::nullopt;
    const double budget = scenario.budget->value;
    const BudgetSteps step = budgetSteps(rows.all()->latency(), *scenario.budget, shareOfUses);
    const auto best = [&](double limit) -> std::optional<double> {
        if (job.stopRequested())
            return std::nullopt;
        ValueQuestion moved = scenario;
        moved.budget = Milliseconds{limit};
        return SearchedUses(rows, moved).bestValue();
    };
    return shadowPrice(best, budget, step.up, step.down);
}

std::optional<ShadowPrice> priceOfPrecision(const ScenarioRows &rows, const ValueQuestion &scenario,
                                            double limit, double step, const JobControl &job)
{
    if (job.stopRequested())
        return std::nullopt;
    const SearchedUses uses(rows, scenario);
    const auto best = [&](double at) {
        return job.stopRequested() ? std::nullopt : uses.bestValueAtPrecision(at);
    };
    return shadowPrice(best, limit, std::min(step, 1.0 - limit), std::min(step, limit));
}

} // namespace oneinn
