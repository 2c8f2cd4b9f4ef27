// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clusters/influencespread.h"
#include "core/ends/shares.h"
#include "core/latency/percentile.h"
#include "core/policies/pairedrows.h"
#include "core/policies/policy.h"
#include "core/policies/useoutcomes.h"
#include "core/policies/valueofuses.h"
#include "core/units.h"

#include <functional>
#include <optional>
#include <vector>

/// What a policy means for its users, in numbers that can be compared with another policy's.
namespace oneinn {

/// An observed percentile of the wait and how sure it is.
struct WaitPercentile {
    double p = 0.5;
    Milliseconds wait; ///< nearest rank; +infinity where it falls on a use that never ends
    /// Order statistics that enclose the true percentile with 95 %; absent: unbounded on that side.
    /// With unequal weights on Kish's effective n; with users or days on p (1 - p) / variance of
    /// the share within, at most as many; both rounded down.
    std::optional<Milliseconds> low, high;
    bool tooFew = false; ///< fewer uses than fewestForPercentile(): not to be stated
};

struct PolicySummary {
    /// Of all uses, those of users who left included. Late: those whose awaited answer did not come
    /// in time; where a policy falls back, it is the share that does.
    Shares shares;
    double valuePerUse = 0.0;
    double costPerThousandUses = 0.0;
    std::vector<WaitPercentile> waits; ///< p50, p90, p95, p99, p99.9; none without latencies
};

/// Marks as late, beside those that the policy itself gave up, the uses that take longer than a
/// budget.
void markLate(UseOutcomes &outcomes, const PairedRows &rows, const Budget &budget);

/// A budget is taken to be set where a use is late, or `budget` is given: uses that take longer
/// than it count as late, too.
PolicySummary summaryOf(const PairedRows &rows, const UseOutcomes &outcomes, const UseTerms &terms,
                        const Budget &budget = {});

/// The same without percentiles of the wait.
PolicySummary summaryWithoutWaits(const PairedRows &rows, const UseOutcomes &outcomes,
                                  const UseTerms &terms, const Budget &budget = {});
PolicySummary summaryOf(const PairedRows &rows, const Policy &policy, const UseTerms &terms,
                        const Budget &budget = {}, const std::vector<double> &costPerCall = {});

/// Waits in order; NaN is left out. Weights that are all the same count as 1.
LatencyDistribution latencies(const Eigen::Ref<const Eigen::ArrayXd> &wait,
                              const Eigen::ArrayXd &weight);

/// p50, p90, p95, p99, p99.9 of the waits, each use as heavy as in `rows`, whether or not its user
/// is still there at the end.
std::vector<WaitPercentile> waitPercentiles(const PairedRows &rows, const UseOutcomes &outcomes);
/// How far the shares of waits within limits spread, users and days being alike. weight: 0 where
/// there is no wait; limits never fall.
using SpreadsWithin = std::function<std::vector<InfluenceSpread>(
        const Eigen::ArrayXd &wait, const Eigen::ArrayXd &weight,
        const std::vector<double> &limits)>;
std::vector<WaitPercentile> waitPercentiles(const PairedRows &rows, const UseOutcomes &outcomes,
                                            const SpreadsWithin &spreadsWithin);

/// Of what a summary is made, where uses are summed elsewhere.
ShareContext shareContext(const PairedRows &rows, const PatienceCurve &patience, bool lateCounts,
                          bool unanswered);
double costPerThousandUses(const PairedRows &rows, const UseOutcomes &outcomes);

} // namespace oneinn
