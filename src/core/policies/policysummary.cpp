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
                           const LatencyDistribution &waits, double p, const SpreadOf &spreadOf)
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
    const InfluenceSpread spread = spreadOf(weight * (within - share) / all);
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

LatencyDistribution latencies(const Eigen::Ref<const Eigen::ArrayXd> &wait,
                              const Eigen::ArrayXd &weight)
{
    constexpr unsigned sortThreads = 2;
    std::vector<std::uint32_t> places;
    places.reserve(static_cast<std::size_t>(wait.size()));
    for (Eigen::Index use = 0; use < wait.size(); ++use) {
        if (!std::isnan(wait[use]))
            places.push_back(static_cast<std::uint32_t>(use));
    }
    auto sorted = sortedRows(wait, std::move(places), SortOrder::Ascending, sortThreads);
    const bool weighted = (weight != weight[0]).any();
    return {std::make_shared<const Eigen::ArrayXd>(wait),
            weighted ? std::make_shared<const Eigen::ArrayXd>(weight) : nullptr,
            std::move(sorted.row)};
}

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
    return waitPercentiles(rows, outcomes, [&rows](const Eigen::ArrayXd &influence) {
        return influenceSpread(influence, rows.user, rows.day);
    });
}

std::vector<WaitPercentile> waitPercentiles(const PairedRows &rows, const UseOutcomes &outcomes,
                                            const SpreadOf &spreadOf)
{
    if (!rows.hasLatency())
        return {};
    const auto waits = latencies(outcomes.wait, rows.weight);
    if (waits.empty())
        return {};
    std::vector<WaitPercentile> percentiles;
    for (const double p : {0.5, 0.9, 0.95, 0.99, 0.999})
        percentiles.push_back(
                percentileOf(waits, p, effectiveWaits(rows, outcomes.wait, waits, p, spreadOf)));
    return percentiles;
}

PolicySummary summaryOf(const PairedRows &rows, const UseOutcomes &outcomes, const UseTerms &terms,
                        const Budget &budget)
{
    PolicySummary summary = summaryWithoutWaits(rows, outcomes, terms, budget);
    summary.waits = waitPercentiles(rows, outcomes);
    return summary;
}

PolicySummary summaryWithoutWaits(const PairedRows &rows, const UseOutcomes &outcomes,
                                  const UseTerms &terms, const Budget &budget)
{
    assert(rows.uses() > 0 && outcomes.wait.size() == rows.uses());
    UseOutcomes marked = outcomes;
    markLate(marked, budget);
    const UseColumns uses(rows, marked, terms.patience);
    const bool anyLate = std::find(marked.late.begin(), marked.late.end(), 1) != marked.late.end();
    PolicySummary summary;
    summary.shares =
            Shares(uses.waterfall(),
                   shareContext(rows, terms.patience, anyLate || (budget && rows.hasLatency()),
                                uses.anyUnanswered()),
                   clusterMoments(rows, uses));
    summary.valuePerUse = valuePerUse(rows, outcomes, terms);
    summary.costPerThousandUses = costPerThousandUses(rows, outcomes);
    return summary;
}

ShareContext shareContext(const PairedRows &rows, const PatienceCurve &patience, bool lateCounts,
                          bool unanswered)
{
    return {.lateCounts = lateCounts,
            .leavingCounts = !patience.everyoneWaits() && rows.hasLatency(),
            .unanswered = unanswered,
            .failures = rows.anyFailed(),
            .refusals = rows.anyRefused(),
            .restated = rows.restated && (rows.label > 0).any() && (rows.label == 0).any()};
}

double costPerThousandUses(const PairedRows &rows, const UseOutcomes &outcomes)
{
    return 1000.0 * (rows.weight * outcomes.cost).sum() / rows.weight.sum();
}

PolicySummary summaryOf(const PairedRows &rows, const Policy &policy, const UseTerms &terms,
                        const Budget &budget, const std::vector<double> &costPerCall)
{
    return summaryOf(rows, outcomes(rows, policy, costPerCall), terms, budget);
}

} // namespace oneinn
