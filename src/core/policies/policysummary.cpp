// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/policysummary.h"

#include "core/clusters/influencespread.h"
#include "core/index/sortedrows.h"
#include "core/latency/percentile.h"
#include "core/policies/usecolumns.h"
#include "core/policies/valueofuses.h"
#include "core/scenarioclusters.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <utility>

namespace oneinn {

namespace {

LatencyDistribution distributionOf(const PairedRows &rows, const UseOutcomes &outcomes)
{
    std::vector<std::uint32_t> places;
    places.reserve(static_cast<std::size_t>(rows.uses()));
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        if (!std::isnan(outcomes.wait[use]))
            places.push_back(static_cast<std::uint32_t>(use));
    }
    auto sorted = sortedRows(outcomes.wait, std::move(places), SortOrder::Ascending);
    const bool weighted = (rows.weight != rows.weight[0]).any();
    return {std::make_shared<const Eigen::ArrayXd>(outcomes.wait),
            weighted ? std::make_shared<const Eigen::ArrayXd>(rows.weight) : nullptr,
            std::move(sorted.row)};
}

/// The observation at a rank of n, which may be fewer than were observed; absent outside 1 to n.
std::optional<Milliseconds> atRank(const LatencyDistribution &waits, std::size_t rank,
                                   std::size_t n)
{
    if (rank == 0 || rank > n)
        return std::nullopt;
    return Milliseconds{*waits.percentile(static_cast<double>(rank) / static_cast<double>(n))};
}

/// So many independent waits tell a percentile as surely; none with too few users or days.
std::size_t effectiveWaits(const PairedRows &rows, const Eigen::ArrayXd &wait,
                           const LatencyDistribution &waits, double p)
{
    const Eigen::ArrayXd weight = wait.isNaN().select(0.0, rows.weight);
    const double all = weight.sum();
    // Rounding must not cost a row where all weigh the same.
    const auto whole = [](double n) {
        return static_cast<std::size_t>(std::floor(n * (1.0 + 1e-9)));
    };
    const std::size_t kish = whole(all * all / weight.square().sum());
    const bool clustered = rows.user.size() > 0 || rows.day.size() > 0;
    if (!clustered)
        return kish;
    const Eigen::ArrayXd within = (wait <= *waits.percentile(p)).cast<double>();
    const double share = (weight * within).sum() / all;
    const InfluenceSpread spread =
            influenceSpread(weight * (within - share) / all, rows.user, rows.day);
    if (spread.clusters < fewestClusters)
        return 0;
    // A binomial of p, of which the share within is one step of an empirical distribution.
    const double n = p * (1.0 - p) / spread.variance;
    return std::min<std::size_t>(kish, n < 1e18 ? whole(n) : kish);
}

WaitPercentile percentileOf(const LatencyDistribution &waits, double p, std::size_t n)
{
    WaitPercentile percentile{.p = p,
                              .wait = {*waits.percentile(p)},
                              .low = {},
                              .high = {},
                              .tooFew = n < fewestForPercentile(p)};
    if (n == 0)
        return percentile;
    const auto ranks = percentileRanks(n, p);
    percentile.low = atRank(waits, ranks.lower, n);
    percentile.high = atRank(waits, ranks.upper, n);
    return percentile;
}

} // namespace

void markLate(UseOutcomes &outcomes, const Budget &budget)
{
    if (!budget)
        return;
    const EndRule rule(LatePolicy::Wait, budget);
    for (std::size_t use = 0; use < outcomes.late.size(); ++use) {
        if (!isLost(outcomes.decision[use])
            && rule.isLate({outcomes.wait[static_cast<Eigen::Index>(use)]}))
            outcomes.late[use] = 1;
    }
}

std::vector<WaitPercentile> waitPercentiles(const PairedRows &rows, const UseOutcomes &outcomes)
{
    if (!rows.hasLatency())
        return {};
    const auto waits = distributionOf(rows, outcomes);
    if (waits.empty())
        return {};
    std::vector<WaitPercentile> percentiles;
    for (const double p : {0.5, 0.9, 0.95, 0.99, 0.999})
        percentiles.push_back(
                percentileOf(waits, p, effectiveWaits(rows, outcomes.wait, waits, p)));
    return percentiles;
}

PolicySummary summaryOf(const PairedRows &rows, const UseOutcomes &outcomes, const UseTerms &terms,
                        const Budget &budget)
{
    assert(rows.uses() > 0 && outcomes.wait.size() == rows.uses());
    UseOutcomes marked = outcomes;
    markLate(marked, budget);
    const UseColumns uses(rows, marked, terms.patience);
    const bool anyLate = std::find(marked.late.begin(), marked.late.end(), 1) != marked.late.end();
    PolicySummary summary;
    summary.shares =
            Shares(uses.waterfall(),
                   {.lateCounts = anyLate || (budget && rows.hasLatency()),
                    .leavingCounts = !terms.patience.everyoneWaits() && rows.hasLatency(),
                    .unanswered = uses.anyUnanswered(),
                    .failures = rows.anyFailed(),
                    .refusals = rows.anyRefused(),
                    .restated = rows.restated && (rows.label > 0).any() && (rows.label == 0).any()},
                   clusterMoments(rows, uses));
    summary.valuePerUse = valuePerUse(rows, outcomes, terms);
    summary.costPerThousandUses = 1000.0 * (rows.weight * outcomes.cost).sum() / rows.weight.sum();
    summary.waits = waitPercentiles(rows, outcomes);
    return summary;
}

PolicySummary summaryOf(const PairedRows &rows, const Policy &policy, const UseTerms &terms,
                        const Budget &budget, const std::vector<double> &costPerCall)
{
    return summaryOf(rows, outcomes(rows, policy, costPerCall), terms, budget);
}

} // namespace oneinn
