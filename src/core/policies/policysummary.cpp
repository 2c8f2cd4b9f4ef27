// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/policysummary.h"

#include "core/clusters/influencespread.h"
#include "core/index/sortedrows.h"
#include "core/latency/percentile.h"
#include "core/parallel.h"
#include "core/policies/ownbudgets.h"
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

/// By percentile, so many independent waits tell it as surely; none with too few users or days.
std::vector<std::size_t> effectiveWaits(const PairedRows &rows, const Eigen::ArrayXd &wait,
                                        const LatencyDistribution &waits,
                                        const std::vector<double> &percentiles,
                                        const SpreadsWithin &spreadsWithin)
{
    const Eigen::ArrayXd weight = wait.isNaN().select(0.0, rows.weight);
    const double all = weight.sum();
    // Rounding must not cost a row where all weigh the same.
    const auto whole = [](double n) {
        return static_cast<std::size_t>(std::floor(n * (1.0 + 1e-9)));
    };
    const std::size_t kish = whole(all * all / weight.square().sum());
    std::vector<std::size_t> effective(percentiles.size(), kish);
    if (rows.user.size() == 0 && rows.day.size() == 0)
        return effective;
    std::vector<double> limits;
    limits.reserve(percentiles.size());
    for (const double p : percentiles)
        limits.push_back(*waits.percentile(p));
    const std::vector<InfluenceSpread> spreads = spreadsWithin(wait, weight, limits);
    for (std::size_t i = 0; i < effective.size(); ++i) {
        const double p = percentiles[i];
        // A binomial of p, of which the share within is one step of an empirical distribution.
        const double n = p * (1.0 - p) / spreads[i].variance;
        effective[i] = spreads[i].clusters < fewestClusters
                ? 0
                : std::min<std::size_t>(kish, n < 1e18 ? whole(n) : kish);
    }
    return effective;
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

void markLate(UseOutcomes &outcomes, const PairedRows &rows, const Budget &budget)
{
    if (!budget)
        return;
    constexpr unsigned markThreads = 2;
    const EndRule rule(LatePolicy::Wait, budget);
    const auto mark = [&](std::size_t use) {
        const auto i = static_cast<Eigen::Index>(use);
        const double wait = rows.isPaced()
                ? waitOnDial(outcomes.wait[i], {rows.ownBudget[i]}, {rows.budgetsAt})
                : outcomes.wait[i];
        if (!isLost(outcomes.decision[use]) && rule.isLate({wait}))
            outcomes.late[use] = 1;
    };
    const std::size_t uses = outcomes.late.size();
    inParts(uses, threadsFor(uses, markThreads), [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t use = begin; use < end; ++use)
            mark(use);
    });
}

std::vector<WaitPercentile> waitPercentiles(const PairedRows &rows, const UseOutcomes &outcomes)
{
    return waitPercentiles(rows, outcomes,
                           [&rows](const Eigen::ArrayXd &wait, const Eigen::ArrayXd &weight,
                                   const std::vector<double> &limits) {
                               const double all = weight.sum();
                               std::vector<InfluenceSpread> spreads;
                               spreads.reserve(limits.size());
                               for (const double limit : limits) {
                                   const Eigen::ArrayXd within = (wait <= limit).cast<double>();
                                   const double share = (weight * within).sum() / all;
                                   spreads.push_back(influenceSpread(
                                           weight * (within - share) / all, rows.user, rows.day));
                               }
                               return spreads;
                           });
}

std::vector<WaitPercentile> waitPercentiles(const PairedRows &rows, const UseOutcomes &outcomes,
                                            const SpreadsWithin &spreadsWithin)
{
    if (!rows.hasLatency())
        return {};
    const auto waits = latencies(outcomes.wait, rows.weight);
    if (waits.empty())
        return {};
    const std::vector<double> told{0.5, 0.9, 0.95, 0.99, 0.999};
    const auto effective = effectiveWaits(rows, outcomes.wait, waits, told, spreadsWithin);
    std::vector<WaitPercentile> percentiles;
    percentiles.reserve(told.size());
    for (std::size_t i = 0; i < told.size(); ++i)
        percentiles.push_back(percentileOf(waits, told[i], effective[i]));
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
    markLate(marked, rows, budget);
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
