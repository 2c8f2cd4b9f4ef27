// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/frontierplaces.h"

#include "core/policies/usecolumns.h"

#include <utility>

namespace oneinn {

namespace {

/// By how much a share looks too small where it was chosen; absent where none is defined of what is
/// held out.
std::optional<double> shareOptimism(const ComparedPolicies &compared, const UseOutcomes &heldOut,
                                    Share share, const FrontierPolicy &chosen)
{
    const Eigen::ArrayXd &weight = compared.resampled.weight;
    const UseColumns uses(compared.resampled, heldOut, compared.patience);
    const auto shareIn = [&weight](const Eigen::ArrayXd &yes, const Eigen::ArrayXd &of) {
        const double all = (weight * of).sum();
        return all > 0.0 ? std::optional((weight * yes).sum() / all) : std::nullopt;
    };
    const auto there = shareIn(uses.of(kindOf(share).yes), uses.of(denominatorOf(kindOf(share))));
    const auto here = shareIn(chosen.quality, chosen.qualityOf);
    return there && here ? std::optional(*there - *here) : std::nullopt;
}

FrontierPolicy frontierPolicy(const ComparedPolicies &compared, std::size_t policy,
                              const FrontierView &view)
{
    const UseOutcomes &ends = compared.outcomes[policy];
    FrontierPolicy result;
    if (const auto share = shareOf(view.quality)) {
        const UseColumns uses(compared.resampled, ends, compared.patience);
        result.quality = uses.of(kindOf(*share).yes);
        result.qualityOf = uses.of(denominatorOf(kindOf(*share)));
        if (!compared.policies[policy].optimism)
            result.optimism.reset();
        else if (compared.heldOut[policy])
            result.optimism = shareOptimism(compared, *compared.heldOut[policy], *share, result);
    } else {
        result.quality = compared.value[policy];
        result.optimism = compared.policies[policy].optimism;
        if (const auto &against = compared.policies[policy].againstNow)
            result.qualityAgainstFirst = against->valuePerUse.verdict;
    }
    result.burden = percentileOf(view.burden) ? ends.wait : ends.cost;
    if (percentileOf(view.burden) && !compared.callsAreCounted)
        result.price = ends.cost;
    return result;
}

BetterQuality betterOf(QualityMeasure quality)
{
    return quality == QualityMeasure::Value ? BetterQuality::Higher : BetterQuality::Lower;
}

void setQuality(PolicyPoint &point, const ComparedPolicy &policy, QualityMeasure quality)
{
    const auto measure = shareOf(quality);
    if (!measure) {
        point.quality = policy.summary.valuePerUse;
        point.qualityInterval = policy.valuePerUse;
        return;
    }
    const auto share = policy.summary.shares[*measure];
    if (!share)
        return;
    point.quality = share->value;
    point.qualityInterval = share->interval;
}

/// In the measures of a view, with the differences that matter beside now.
FrontierQuestion questionOf(const ComparedPolicies &compared, const FrontierView &view)
{
    FrontierQuestion question{.better = betterOf(view.quality),
                              .burdenPercentile = percentileOf(view.burden)};
    const ComparedPolicy &now = compared.policies.front();
    const double nowCosts = now.summary.costPerThousandUses / 1000.0;
    question.smallestQuality = shareOf(view.quality)
            ? smallestShare
            : smallestValue(now.summary.valuePerUse, compared.showingNothing);
    question.smallestPrice = smallestValue(nowCosts, 0.0);
    question.burdenCounts = question.burdenPercentile || !compared.callsAreCounted;
    question.smallestBurden = question.burdenPercentile
            ? smallestWait(pointOf(now, view).burden.value_or(0.0))
            : question.smallestPrice;
    return question;
}

/// On the front of all uses; the shares of resamples stay.
void placeOnFront(std::vector<FrontierPlace> &places, const ComparedPolicies &compared,
                  const FrontierView &view)
{
    std::vector<FrontierPoint> points;
    std::vector<std::size_t> placed;
    for (std::size_t i = 0; i < places.size(); ++i) {
        const PolicyPoint point = pointOf(compared.policies[i], view);
        places[i].quality = point.quality;
        places[i].burden = point.burden.value_or(0.0);
        places[i].onFront = false;
        if (!point.quality)
            continue;
        points.push_back({*point.quality, places[i].burden});
        placed.push_back(i);
    }
    const auto front = paretoFront(points, betterOf(view.quality));
    for (std::size_t i = 0; i < placed.size(); ++i) {
        FrontierPlace &place = places[placed[i]];
        place.onFront = front[i];
        place.dominatedForSure = place.dominatedForSure && !front[i];
    }
}

} // namespace

std::optional<Share> shareOf(QualityMeasure quality)
{
    switch (quality) {
    case QualityMeasure::WrongOfShown:
        return Share::WrongOfShown;
    case QualityMeasure::Missed:
        return Share::Missed;
    case QualityMeasure::Value:
        break;
    }
    return std::nullopt;
}

std::optional<double> percentileOf(BurdenMeasure burden)
{
    switch (burden) {
    case BurdenMeasure::WaitP50:
        return 0.5;
    case BurdenMeasure::WaitP90:
        return 0.9;
    case BurdenMeasure::WaitP95:
        return 0.95;
    case BurdenMeasure::WaitP99:
        return 0.99;
    case BurdenMeasure::WaitP999:
        return 0.999;
    case BurdenMeasure::Cost:
        break;
    }
    return std::nullopt;
}

PolicyPoint pointOf(const ComparedPolicy &policy, const FrontierView &view)
{
    PolicyPoint point;
    setQuality(point, policy, view.quality);
    const auto percentile = percentileOf(view.burden);
    if (!percentile) {
        point.burden = policy.summary.costPerThousandUses / 1000.0;
        return point;
    }
    for (const WaitPercentile &wait : policy.summary.waits) {
        if (wait.p != *percentile)
            continue;
        point.burden = wait.wait.value;
        point.tooFew = wait.tooFew;
        if (wait.low && wait.high)
            point.burdenInterval = Interval{wait.low->value, wait.high->value};
    }
    return point;
}

Result<std::vector<FrontierPlace>> placesOf(const ComparedPolicies &compared,
                                            const FrontierView &view,
                                            const BootstrapOptions &options, const JobControl &job)
{
    std::vector<FrontierPolicy> policies;
    policies.reserve(compared.policies.size());
    for (std::size_t i = 0; i < compared.policies.size(); ++i)
        policies.push_back(frontierPolicy(compared, i, view));
    auto found = frontier(compared.resampled, policies, questionOf(compared, view), options, job);
    if (!found)
        return found.problem();
    auto places = std::move(found).value();
    placeOnFront(places, compared, view);
    return places;
}

} // namespace oneinn
