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

    RestatedSlice(const PredictionIndex &index, const Scenario &scenario, Budget budget)
        : slice(index.at(budget))
    {
        const OperatingCounts counts = slice->counts(Threshold::alertOnNothing());
        factors = restatement(counts, scenario);
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

} // namespace

std::optional<BestUnderLimit> bestWithin(const PredictionIndex &index, const Scenario &scenario,
                                         Budget budget)
{
    const RestatedSlice restated(index, scenario, budget);
    if (!restated.anyUses())
        return std::nullopt;
    return restated.at(restated.search().mostValuable(scenario.values), scenario.values);
}

std::optional<BestUnderLimit> bestAtPrecision(const PredictionIndex &index,
                                              const Scenario &scenario, double limit)
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
    if (above)
        price.up = (*above - *here) / stepUp;
    if (below)
        price.down = (*here - *below) / stepDown;
    return price;
}

std::optional<ShadowPrice> priceOfBudget(const PredictionIndex &index, const Scenario &scenario,
                                         Milliseconds budget, double shareOfUses)
{
    const LatencyDistribution &latency = index.latency();
    double stepUp = idleStep;
    double stepDown = std::min(idleStep, budget.value);
    const Eigen::Index finite = latency.rowsWithin(std::numeric_limits<double>::infinity());
    const Eigen::Index within = latency.rowsWithin(budget.value);
    const auto moved =
            std::max<Eigen::Index>(1,
                                   static_cast<Eigen::Index>(std::ceil(
                                           shareOfUses * static_cast<double>(latency.size()))));
    if (within < finite)
        stepUp = latency.at(std::min(finite, within + moved) - 1) - budget.value;
    // A use is on time at its own latency: down to the next shorter one, or it would stay so.
    if (within > 0) {
        const double last = latency.at(std::max<Eigen::Index>(0, within - moved));
        const Eigen::Index left = latency.rowsWithin(std::nextafter(last, 0.0));
        stepDown = budget.value - (left > 0 ? latency.at(left - 1) : 0.0);
    }
    const auto best = [&](double limit) {
        return valueOf(bestWithin(index, scenario, Milliseconds{limit}));
    };
    return shadowPrice(best, budget.value, stepUp, stepDown);
}

std::optional<ShadowPrice> priceOfPrecision(const PredictionIndex &index, const Scenario &scenario,
                                            double limit, double step)
{
    const auto best = [&](double at) { return valueOf(bestAtPrecision(index, scenario, at)); };
    return shadowPrice(best, limit, std::min(step, 1.0 - limit), std::min(step, limit));
}

} // namespace oneinn
