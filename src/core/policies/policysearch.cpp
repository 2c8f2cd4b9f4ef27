// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/policysearch.h"

#include "core/decision/clusteredpromise.h"
#include "core/policies/usecolumns.h"
#include "core/scenarioclusters.h"

#include "core/decision/objectives.h"
#include "core/index/sortedrows.h"
#include "core/infinity.h"
#include "core/metrics/thresholdsweep.h"
#include "core/policies/valueofuses.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <iterator>
#include <numeric>
#include <utility>
#include <vector>

namespace oneinn {

namespace {

constexpr std::size_t mostBounds = 64;

constexpr unsigned orderThreads = 2;

/// Of ascending scores those that differ from the one before; at most one more than `most`.
std::vector<double> distinctOf(const std::vector<double> &ascending, std::size_t most)
{
    std::vector<double> distinct;
    distinct.reserve(most + 1);
    for (auto score = ascending.begin(); score != ascending.end() && distinct.size() <= most;
         ++score) {
        if (distinct.empty() || *score != distinct.back())
            distinct.push_back(*score);
    }
    return distinct;
}

/// Ascending, with an infinite one at each end.
std::vector<double> boundsOf(const SearchedRows &searched, Eigen::Index model)
{
    const std::vector<std::uint32_t> &byScore = searched.byScore(model);
    const auto score = searched.rows().score.col(model);
    std::vector<double> ascending;
    ascending.reserve(byScore.size());
    std::transform(byScore.rbegin(), byScore.rend(), std::back_inserter(ascending),
                   [&score](std::uint32_t use) { return score[use]; });
    std::vector<double> between = distinctOf(ascending, mostBounds);
    if (between.size() > mostBounds) {
        std::vector<double> some;
        some.reserve(mostBounds);
        for (std::size_t i = 0; i < mostBounds; ++i)
            some.push_back(ascending[i * ascending.size() / mostBounds]);
        between = distinctOf(some, mostBounds);
    }
    std::vector<double> bounds;
    bounds.reserve(between.size() + 2);
    bounds.push_back(-infinity);
    bounds.insert(bounds.end(), between.begin(), between.end());
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
ThresholdSweep sweepOf(const SearchedRows &searched, const SingleModel &policy,
                       const UseOutcomes &ends, const PatienceCurve &patience)
{
    const PairedRows &rows = searched.rows();
    Eigen::ArrayXd weight = rows.weight * stillThere(ends, patience);
    if (rows.hasFailures())
        weight *= (rows.failed.col(policy.point.model) == 0).cast<double>();
    if (!policy.rule().waitsForLate()) {
        for (Eigen::Index use = 0; use < rows.uses(); ++use)
            weight[use] *= ends.late[static_cast<std::size_t>(use)] ? 0.0 : 1.0;
    }
    ThresholdSweep sweep = thresholdSweep(searched.byScore(policy.point.model), rows.label,
                                          rows.score.col(policy.point.model), &weight);
    sweep.isOfBins = rows.scoreIsBinStart;
    return sweep;
}

/// Everything waited for.
ModelPoint alonePoint(const SearchedRows &rows, Eigen::Index model, const UseTerms &terms)
{
    const SingleModel alone{.point = {model, {}}, .late = LatePolicy::Wait};
    return {model, mostValuablePoint(rows, alone, terms).threshold};
}

} // namespace

SearchedRows::SearchedRows(const PairedRows &rows)
    : m_rows(rows)
    , m_byScore(rows.models.size())
{
}

const std::vector<std::uint32_t> &SearchedRows::byScore(Eigen::Index model) const
{
    std::vector<std::uint32_t> &sorted = m_byScore[static_cast<std::size_t>(model)];
    if (sorted.empty()) {
        std::vector<std::uint32_t> uses(static_cast<std::size_t>(m_rows.uses()));
        std::iota(uses.begin(), uses.end(), 0U);
        sorted = sortedRows(m_rows.score.col(model), std::move(uses), SortOrder::Descending,
                            orderThreads)
                         .row;
    }
    return sorted;
}

BestThreshold mostValuablePoint(const PairedRows &rows, const SingleModel &policy,
                                const UseTerms &terms)
{
    return mostValuablePoint(SearchedRows(rows), policy, terms);
}

BestThreshold mostValuablePoint(const SearchedRows &searched, const SingleModel &policy,
                                const UseTerms &terms)
{
    const PairedRows &rows = searched.rows();
    assert(rows.uses() > 0);
    const auto ends = silentOutcomes(rows, policy);
    const auto sweep = sweepOf(searched, policy, ends, terms.patience);
    auto best = mostValuableThreshold(sweep, terms.values);
    const double gain = best.best - terms.values.of(sweep.alertOnNothing());
    best.best = valuePerUse(rows, ends, terms) + gain / rows.weight.sum();
    return best;
}

ConstrainedThreshold mostCaughtPoint(const PairedRows &rows, const SingleModel &policy,
                                     const PatienceCurve &patience, double limit, PromiseRule rule)
{
    return mostCaughtPoint(SearchedRows(rows), policy, patience, limit, rule);
}

ConstrainedThreshold mostCaughtPoint(const SearchedRows &searched, const SingleModel &policy,
                                     const PatienceCurve &patience, double limit, PromiseRule rule)
{
    const PairedRows &rows = searched.rows();
    const auto classOf = [&](bool positive) {
        const Eigen::ArrayXd weight = ((rows.label > 0) == positive).select(rows.weight, 0.0);
        return Tally{static_cast<double>((weight > 0.0).count()), weight.sum(),
                     weight.square().sum()};
    };
    // Where uses end silently is not kept: it is as large as a fifth of the rows.
    const auto sweep = sweepOf(searched, policy, silentOutcomes(rows, policy), patience);
    const auto effectAt = [&](Threshold at) -> std::optional<ClusterEffect> {
        SingleModel asked = policy;
        asked.point.threshold = at;
        const auto clusters =
                clusterMoments(rows, UseColumns(rows, outcomes(rows, asked), patience));
        return clusters ? clusters->precisionEffect(rows.restated) : std::nullopt;
    };
    return withClusters(
            promiseFor(rule, classOf(true), classOf(false), rows.restated),
            [&](const Promise &promise) {
                return mostRecallAtPrecision(sweep, limit, promise, FeasibleScores::LeftOut);
            },
            effectAt);
}

ValuedCascade bestCascade(const PairedRows &rows, Eigen::Index small, Eigen::Index large,
                          const UseTerms &terms, bool parallel)
{
    const SearchedRows searched(rows);
    return bestCascade(searched, small, alonePoint(searched, large, terms), terms, parallel);
}

ValuedCascade bestCascade(const SearchedRows &searched, Eigen::Index small, const ModelPoint &large,
                          const UseTerms &terms, bool parallel)
{
    const PairedRows &rows = searched.rows();
    assert(rows.uses() > 0);
    const auto cascade = [&](double low, double high) {
        return Cascade{small, {low, high}, large, parallel};
    };
    const auto bounds = boundsOf(searched, small);
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
    return cascadeBetween(SearchedRows(rows), small, large, deferBetween, terms, parallel);
}

ValuedCascade cascadeBetween(const SearchedRows &searched, Eigen::Index small, Eigen::Index large,
                             const Interval &deferBetween, const UseTerms &terms, bool parallel)
{
    const PairedRows &rows = searched.rows();
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
        ThresholdSweep sweep = thresholdSweep(searched.byScore(large), rows.label,
                                              rows.score.col(large), &deferred);
        sweep.isOfBins = rows.scoreIsBinStart;
        cascade.large.threshold = mostValuableThreshold(sweep, terms.values).threshold;
    } else {
        cascade.large = alonePoint(searched, large, terms);
    }
    return {cascade, valuePerUse(rows, outcomes(rows, cascade), terms)};
}

} // namespace oneinn
