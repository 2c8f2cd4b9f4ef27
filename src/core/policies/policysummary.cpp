// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/policysummary.h"

#include "core/index/sortedrows.h"
#include "core/latency/percentile.h"
#include "core/policies/usecolumns.h"
#include "core/policies/valueofuses.h"

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

} // namespace

void markLate(UseOutcomes &outcomes, const Budget &budget)
{
    if (!budget)
        return;
    const EndRule rule(LatePolicy::Wait, budget);
    for (std::size_t use = 0; use < outcomes.late.size(); ++use) {
        if (outcomes.decision[use] != UseDecision::Failed
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
    const Eigen::ArrayXd weight = outcomes.wait.isNaN().select(0.0, rows.weight);
    const double kish = weight.sum() * weight.sum() / weight.square().sum();
    // Rounding must not cost a row where all weigh the same.
    const auto n = static_cast<std::size_t>(std::floor(kish * (1.0 + 1e-9)));
    std::vector<WaitPercentile> percentiles;
    for (const double p : {0.5, 0.9, 0.95, 0.99, 0.999}) {
        const auto ranks = percentileRanks(n, p);
        percentiles.push_back({.p = p,
                               .wait = {*waits.percentile(p)},
                               .low = atRank(waits, ranks.lower, n),
                               .high = atRank(waits, ranks.upper, n),
                               .tooFew = n < fewestForPercentile(p)});
    }
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
    summary.shares = Shares(uses.waterfall(),
                            {.lateCounts = anyLate || (budget && rows.hasLatency()),
                             .leavingCounts = !terms.patience.everyoneWaits() && rows.hasLatency(),
                             .unanswered = uses.anyUnanswered(),
                             .failures = rows.hasFailures()});
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
