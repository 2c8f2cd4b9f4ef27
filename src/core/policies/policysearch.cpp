// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/policysearch.h"

#include "core/decision/clusteredpromise.h"
#include "core/policies/usecolumns.h"
#include "core/scenarioclusters.h"

#include "core/decision/objectives.h"
#include "core/infinity.h"
#include "core/metrics/thresholdsweep.h"
#include "core/policies/valueofuses.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <utility>
#include <vector>

namespace oneinn {

namespace {

constexpr std::size_t mostBounds = 64;

std::vector<double> distinct(std::vector<double> sorted)
{
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    return sorted;
}

/// Ascending, with an infinite one at each end.
std::vector<double> boundsOf(const Eigen::Ref<const Eigen::ArrayXd> &score)
{
    std::vector<double> sorted(score.begin(), score.end());
    std::sort(sorted.begin(), sorted.end());
    auto bounds = distinct(sorted);
    if (bounds.size() > mostBounds) {
        bounds.clear();
        for (std::size_t i = 0; i < mostBounds; ++i)
            bounds.push_back(sorted[i * sorted.size() / mostBounds]);
        bounds = distinct(std::move(bounds));
    }
    bounds.insert(bounds.begin(), -infinity);
    bounds.push_back(infinity);
    return bounds;
}

/// Value of the uses whose score is below each bound, if all of them were treated alike.
class ValueBelow {
public:
    ValueBelow(const PairedRows &rows, const Cascade &policy, const UseTerms &terms,
               const std::vector<double> &bounds, const std::vector<std::size_t> &boundAbove)
        : m_below(bounds.size(), 0.0)
    {
        const Eigen::ArrayXd value = rows.weight * valueOfUses(rows, outcomes(rows, policy), terms);
        for (Eigen::Index use = 0; use < rows.uses(); ++use)
            m_below[boundAbove[static_cast<std::size_t>(use)]] += value[use];
        for (std::size_t i = 1; i < m_below.size(); ++i)
            m_below[i] += m_below[i - 1];
        m_magnitude = value.abs().sum();
    }
    double operator[](std::size_t bound) const { return m_below[bound]; }
    double all() const { return m_below.back(); }
    double magnitude() const { return m_magnitude; }

private:
    std::vector<double> m_below;
    double m_magnitude = 0.0;
};

/// The first bound above each score.
std::vector<std::size_t> boundsAbove(const Eigen::Ref<const Eigen::ArrayXd> &score,
                                     const std::vector<double> &bounds)
{
    std::vector<std::size_t> above;
    above.reserve(static_cast<std::size_t>(score.size()));
    for (const double one : score) {
        const auto found = std::upper_bound(bounds.begin(), bounds.end(), one);
        above.push_back(static_cast<std::size_t>(found - bounds.begin()));
    }
    return above;
}

UseOutcomes silentOutcomes(const PairedRows &rows, SingleModel policy)
{
    policy.point.threshold = Threshold::alertOnNothing();
    return outcomes(rows, policy);
}

/// Of the uses on which the threshold has a say. It decides nothing about when a use ends, so what
/// it decides counts as far as the user is still there then.
ThresholdSweep sweepOf(const PairedRows &rows, const SingleModel &policy, const UseOutcomes &ends,
                       const PatienceCurve &patience)
{
    Eigen::ArrayXd weight = rows.weight * stillThere(ends, patience);
    if (rows.hasFailures())
        weight *= (rows.failed.col(policy.point.model) == 0).cast<double>();
    if (!policy.rule().waitsForLate()) {
        for (Eigen::Index use = 0; use < rows.uses(); ++use)
            weight[use] *= ends.late[static_cast<std::size_t>(use)] ? 0.0 : 1.0;
    }
    return thresholdSweep(rows.label, rows.score.col(policy.point.model), &weight);
}

/// Everything waited for.
ModelPoint alonePoint(const PairedRows &rows, Eigen::Index model, const UseTerms &terms)
{
    const SingleModel alone{.point = {model, {}}, .late = LatePolicy::Wait};
    return {model, mostValuablePoint(rows, alone, terms).threshold};
}

} // namespace

BestThreshold mostValuablePoint(const PairedRows &rows, const SingleModel &policy,
                                const UseTerms &terms)
{
    assert(rows.uses() > 0);
    const auto ends = silentOutcomes(rows, policy);
    const auto sweep = sweepOf(rows, policy, ends, terms.patience);
    auto best = mostValuableThreshold(sweep, terms.values);
    const double gain = best.best - terms.values.of(sweep.alertOnNothing());
    best.best = valuePerUse(rows, ends, terms) + gain / rows.weight.sum();
    return best;
}

ConstrainedThreshold mostCaughtPoint(const PairedRows &rows, const SingleModel &policy,
                                     const PatienceCurve &patience, double limit, PromiseRule rule)
{
    const auto ends = silentOutcomes(rows, policy);
    const auto classOf = [&](bool positive) {
        const Eigen::ArrayXd weight = ((rows.label > 0) == positive).select(rows.weight, 0.0);
        return Tally{static_cast<double>((weight > 0.0).count()), weight.sum(),
                     weight.square().sum()};
    };
    const auto sweep = sweepOf(rows, policy, ends, patience);
    const auto effectAt = [&](Threshold at) -> std::optional<ClusterEffect> {
        SingleModel asked = policy;
        asked.point.threshold = at;
        const auto clusters =
                clusterMoments(rows, UseColumns(rows, outcomes(rows, asked), patience));
        return clusters ? clusters->precisionEffect(rows.restated) : std::nullopt;
    };
    return withClusters(
            promiseFor(rule, classOf(true), classOf(false), rows.restated),
            [&](const Promise &promise) { return mostRecallAtPrecision(sweep, limit, promise); },
            effectAt);
}

ValuedCascade bestCascade(const PairedRows &rows, Eigen::Index small, Eigen::Index large,
                          const UseTerms &terms, bool parallel)
{
    assert(rows.uses() > 0);
    const ModelPoint largePoint = alonePoint(rows, large, terms);
    const auto cascade = [&](double low, double high) {
        return Cascade{small, {low, high}, largePoint, parallel};
    };
    const auto bounds = boundsOf(rows.score.col(small));
    const auto above = boundsAbove(rows.score.col(small), bounds);
    const ValueBelow silent(rows, cascade(infinity, infinity), terms, bounds, above);
    const ValueBelow deferred(rows, cascade(-infinity, infinity), terms, bounds, above);
    const ValueBelow shown(rows, cascade(-infinity, -infinity), terms, bounds, above);
    const auto value = [&](std::size_t low, std::size_t high) {
        return silent[low] + (deferred[high] - deferred[low]) + (shown.all() - shown[high]);
    };

    const double slack =
            objectiveRounding * (silent.magnitude() + deferred.magnitude() + shown.magnitude());
    ValuedCascade best{cascade(infinity, infinity), silent.all()};
    for (std::size_t steps = 0; steps < bounds.size(); ++steps) {
        for (std::size_t low = bounds.size() - steps; low-- > 0;) {
            const double reached = value(low, low + steps);
            if (reached > best.valuePerUse + slack)
                best = {cascade(bounds[low], bounds[low + steps]), reached};
        }
    }
    best.valuePerUse /= rows.weight.sum();
    return best;
}

ValuedCascade cascadeBetween(const PairedRows &rows, Eigen::Index small, Eigen::Index large,
                             const Interval &deferBetween, const UseTerms &terms, bool parallel)
{
    assert(rows.uses() > 0);
    assert(deferBetween.low <= deferBetween.high);
    Cascade cascade{small, deferBetween, {large, Threshold::alertOnNothing()}, parallel};
    const Eigen::ArrayXd there = rows.weight * stillThere(outcomes(rows, cascade), terms.patience);
    const auto score = rows.score.col(small);
    Eigen::ArrayXd deferred =
            (score >= deferBetween.low && score < deferBetween.high).select(there, 0.0);
    if (rows.hasFailures()) {
        deferred = (rows.failed.col(small) != 0).select(there, deferred);
        deferred = (rows.failed.col(large) != 0).select(0.0, deferred);
    }
    if ((deferred > 0.0).any()) {
        const auto sweep = thresholdSweep(rows.label, rows.score.col(large), &deferred);
        cascade.large.threshold = mostValuableThreshold(sweep, terms.values).threshold;
    } else {
        cascade.large = alonePoint(rows, large, terms);
    }
    return {cascade, valuePerUse(rows, outcomes(rows, cascade), terms)};
}

} // namespace oneinn
