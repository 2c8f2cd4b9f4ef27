// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/policysummary.h"

#include "core/index/sortedrows.h"
#include "core/latency/percentile.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <numeric>
#include <utility>

namespace oneinn {

namespace {

/// As much of a row as is expected to be there.
Tally partOfRow(double weight, double share)
{
    return {share, share * weight, share * weight * weight};
}

Tally &cellOf(UseTallies &tallies, UseDecision decision, bool positive)
{
    switch (decision) {
    case UseDecision::Shown:
        return positive ? tallies.shownRight : tallies.shownWrong;
    case UseDecision::NotShown:
        return positive ? tallies.missed : tallies.rightlySilent;
    case UseDecision::Unanswered:
        break;
    }
    return positive ? tallies.unansweredPositive : tallies.unansweredNegative;
}

UseTallies tallied(const PairedRows &rows, const UseOutcomes &outcomes, const Eigen::ArrayXd &there)
{
    UseTallies tallies;
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        const bool positive = rows.label[use] > 0;
        const auto decision = outcomes.decision[static_cast<std::size_t>(use)];
        const double weight = rows.weight[use];
        cellOf(tallies, decision, positive) += partOfRow(weight, there[use]);
        (positive ? tallies.leftPositive : tallies.leftNegative) +=
                partOfRow(weight, 1.0 - there[use]);
    }
    return tallies;
}

MissCauses missCauses(const PairedRows &rows, const UseOutcomes &outcomes,
                      const UseOutcomes &unhurried, const Eigen::ArrayXd &there)
{
    MissCauses causes;
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        const auto at = static_cast<std::size_t>(use);
        if (rows.label[use] == 0 || outcomes.decision[at] == UseDecision::Shown)
            continue;
        auto &cause =
                unhurried.decision[at] == UseDecision::Shown ? causes.byLateness : causes.byModel;
        cause += partOfRow(rows.weight[use], there[use]);
    }
    return causes;
}

/// Uses in time and late.
std::pair<Tally, Tally> byTime(const PairedRows &rows, const UseOutcomes &outcomes,
                               const Budget &budget)
{
    // A wait without end is within no budget.
    const double limit = budget ? std::min(budget->value, std::numeric_limits<double>::max())
                                : std::numeric_limits<double>::infinity();
    Tally inTime;
    Tally late;
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        const bool isLate =
                outcomes.late[static_cast<std::size_t>(use)] != 0 || outcomes.wait[use] > limit;
        (isLate ? late : inTime) += partOfRow(rows.weight[use], 1.0);
    }
    return {inTime, late};
}

LatencyDistribution distributionOf(const PairedRows &rows, const UseOutcomes &outcomes)
{
    std::vector<std::uint32_t> places(static_cast<std::size_t>(rows.uses()));
    std::iota(places.begin(), places.end(), 0U);
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

Tally UseTallies::positives() const
{
    return shownRight + missed + unansweredPositive + leftPositive;
}

Tally UseTallies::negatives() const
{
    return shownWrong + rightlySilent + unansweredNegative + leftNegative;
}

UseTallies talliesOf(const PairedRows &rows, const UseOutcomes &outcomes,
                     const PatienceCurve &patience)
{
    return tallied(rows, outcomes, stillThere(outcomes, patience));
}

std::vector<WaitPercentile> waitPercentiles(const PairedRows &rows, const UseOutcomes &outcomes)
{
    if (!rows.hasLatency())
        return {};
    const auto waits = distributionOf(rows, outcomes);
    const double kish = rows.weight.sum() * rows.weight.sum() / rows.weight.square().sum();
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
                        const Budget &budget, const UseOutcomes *unhurried)
{
    assert(rows.uses() > 0 && outcomes.wait.size() == rows.uses());
    const auto there = stillThere(outcomes, terms.patience);
    PolicySummary summary;
    summary.uses = tallied(rows, outcomes, there);
    const UseTallies &uses = summary.uses;
    summary.precision = proportion(uses.shownRight, uses.shownWrong);
    summary.recall =
            proportion(uses.shownRight, uses.missed + uses.unansweredPositive + uses.leftPositive);
    const auto [inTime, late] = byTime(rows, outcomes, budget);
    summary.coverage = *proportion(inTime, late);
    summary.late = *proportion(late, inTime);
    summary.left = *proportion(uses.left(),
                               uses.shownRight + uses.shownWrong + uses.missed + uses.rightlySilent
                                       + uses.unanswered());
    if (unhurried)
        summary.misses = missCauses(rows, outcomes, *unhurried, there);
    summary.valuePerUse = valuePerUse(rows, outcomes, terms);
    summary.costPerThousandUses = 1000.0 * (rows.weight * outcomes.cost).sum() / rows.weight.sum();
    summary.waits = waitPercentiles(rows, outcomes);
    return summary;
}

PolicySummary summaryOf(const PairedRows &rows, const Policy &policy, const UseTerms &terms,
                        const Budget &budget, const std::vector<double> &costPerCall)
{
    const auto unhurried = outcomes(rows, withoutBudget(policy));
    return summaryOf(rows, outcomes(rows, policy, costPerCall), terms, budget, &unhurried);
}

} // namespace oneinn
