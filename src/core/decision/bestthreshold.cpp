// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/bestthreshold.h"

#include "core/decision/objectives.h"
#include "core/decision/promisewalk.h"
#include "core/infinity.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>

namespace oneinn {

namespace {

/// Calls visit(interval, tp, fp) for every set of thresholds that decides alike, from "alert on
/// nothing" downwards. Together the intervals cover every threshold once.
template<typename Visit> void forEachDecision(const ThresholdSweep &sweep, Visit visit)
{
    double high = infinity;
    double tp = 0.0;
    double fp = 0.0;
    for (Eigen::Index row = 0; row < sweep.size(); ++row) {
        if (sweep.tp[row] == tp && sweep.fp[row] == fp)
            continue;
        visit(ThresholdInterval{sweep.threshold[row], high, sweep.isOfBins}, tp, fp);
        high = sweep.threshold[row];
        tp = sweep.tp[row];
        fp = sweep.fp[row];
    }
    visit(ThresholdInterval{-infinity, high, sweep.isOfBins}, tp, fp);
}

/// Maximises objective(tp, fp). Two passes rather than a stored column: this runs while dragging.
template<typename Objective>
BestThreshold highest(const ThresholdSweep &sweep, Objective objective, double slack)
{
    BestThreshold result;
    result.best = -std::numeric_limits<double>::infinity();
    forEachDecision(sweep, [&](const ThresholdInterval &, double tp, double fp) {
        result.best = std::max(result.best, objective(tp, fp));
    });
    forEachDecision(sweep, [&](const ThresholdInterval &interval, double tp, double fp) {
        if (objective(tp, fp) >= result.best - slack)
            result.intervals.push_back(interval);
    });
    result.threshold = result.intervals.front().operatingThreshold();
    return result;
}

// Metrics are what is called with a sweep, tp and fp: of the compiler's choice rather than
// std::function, as there are as many calls as distinct scores.

std::optional<double> precisionOf(const ThresholdSweep & /*sweep*/, double tp, double fp)
{
    if (tp + fp == 0.0)
        return std::nullopt;
    return tp / (tp + fp);
}

std::optional<double> recallOf(const ThresholdSweep &sweep, double tp, double /*fp*/)
{
    if (sweep.positives == 0.0)
        return std::nullopt;
    return tp / sweep.positives;
}

template<typename Metric>
std::vector<double> scoresThatKeep(const ThresholdSweep &sweep, const Metric &limited, double limit)
{
    std::vector<double> scores;
    for (Eigen::Index row = 0; row < sweep.size(); ++row) {
        const auto value = limited(sweep, sweep.tp[row], sweep.fp[row]);
        if (value && *value >= limit - objectiveRounding)
            scores.push_back(sweep.threshold[row]);
    }
    return scores;
}

/// Most of `wanted` with `limited` >= limit; among equals the one with most of `limited`, then the
/// highest.
template<typename Wanted, typename Limited>
ConstrainedThreshold mostUnderLimit(const ThresholdSweep &sweep, const Wanted &wanted,
                                    const Limited &limited, double limit,
                                    FeasibleScores feasible = FeasibleScores::Told)
{
    ConstrainedThreshold result;
    double mostWanted = 0.0;
    double mostLimited = 0.0;
    forEachDecision(sweep, [&](const ThresholdInterval &interval, double tp, double fp) {
        const auto kept = limited(sweep, tp, fp);
        if (!kept)
            return;
        if (!result.bestReachable || *kept > *result.bestReachable + objectiveRounding) {
            result.bestReachable = kept;
            result.bestReachableAt = Threshold{interval.high};
        }
        const auto reached = wanted(sweep, tp, fp);
        if (!reached || *kept < limit - objectiveRounding)
            return;
        const bool better = !result.found || *reached > mostWanted + objectiveRounding
                || (*reached >= mostWanted - objectiveRounding
                    && *kept > mostLimited + objectiveRounding);
        if (!better)
            return;
        mostWanted = *reached;
        mostLimited = *kept;
        result.found =
                ConstrainedThreshold::Found{interval, Threshold{interval.high},
                                            *precisionOf(sweep, tp, fp), *recallOf(sweep, tp, fp)};
    });
    if (feasible == FeasibleScores::Told)
        result.feasible = scoresThatKeep(sweep, limited, limit);
    return result;
}

/// Leaves what keeps the promise although every threshold was looked at.
void keepThroughout(ConstrainedThreshold &result, const ThresholdSweep &sweep, double limit,
                    const Promise &promise)
{
    PromiseSteps steps(promise, limit, sweep.positives, sweep.negatives);
    const bool isTold = !result.feasible.empty();
    std::vector<double> kept;
    double mostCaught = 0.0;
    result.found.reset();
    forEachDecision(sweep, [&](const ThresholdInterval &interval, double tp, double fp) {
        if (!steps.step(tp, fp))
            return;
        if (isTold)
            kept.push_back(interval.high);
        if (result.found && !(tp > mostCaught + objectiveRounding * sweep.positives))
            return;
        mostCaught = tp;
        result.found =
                ConstrainedThreshold::Found{interval, Threshold{interval.high},
                                            *precisionOf(sweep, tp, fp), *recallOf(sweep, tp, fp)};
    });
    std::erase_if(result.feasible, [&](double score) {
        return !std::ranges::binary_search(kept, score, std::greater<>());
    });
}

} // namespace

BestThreshold mostValuableThreshold(const ThresholdSweep &sweep, const OutcomeValues &values)
{
    const ValueGain gain(values);
    auto result = highest(sweep, gain, gain.slack(sweep.positives, sweep.negatives));
    result.best += values.of(sweep.alertOnNothing());
    return result;
}

std::optional<BestThreshold> highestF1(const ThresholdSweep &sweep)
{
    if (sweep.positives <= 0.0)
        return std::nullopt;
    return highest(
            sweep, [&](double tp, double fp) { return 2.0 * tp / (tp + fp + sweep.positives); },
            objectiveRounding);
}

ConstrainedThreshold mostRecallAtPrecision(const ThresholdSweep &sweep, double limit,
                                           const Promise &promise, FeasibleScores feasible)
{
    const auto promised = [&promise](const ThresholdSweep & /*sweep*/, double tp, double fp) {
        return tp + fp == 0.0 ? std::nullopt : std::optional(promise.precision(tp, fp));
    };
    ConstrainedThreshold result = mostUnderLimit(sweep, recallOf, promised, limit, feasible);
    if (promise.rule == PromiseRule::LowerLimit && result.found)
        keepThroughout(result, sweep, limit, promise);
    return result;
}

ConstrainedThreshold mostPrecisionAtRecall(const ThresholdSweep &sweep, double limit)
{
    return mostUnderLimit(sweep, precisionOf, recallOf, limit);
}

} // namespace oneinn
