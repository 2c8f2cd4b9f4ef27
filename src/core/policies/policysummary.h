// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/proportion.h"
#include "core/policies/pairedrows.h"
#include "core/policies/policy.h"
#include "core/policies/useoutcomes.h"
#include "core/policies/valueofuses.h"
#include "core/units.h"

#include <optional>
#include <vector>

/// What a policy means for its users, in numbers that can be compared with another policy's.
namespace oneinn {

/// Uses by how they end. A use whose user is still there with chance S counts as S of a row where
/// its decision puts it and as 1 - S of a row among those left, so that intervals are as wide as
/// those of the rows expected there. Without weights rows, weight and squaredWeight are equal.
struct UseTallies {
    Tally shownRight, shownWrong, missed, rightlySilent;
    Tally unansweredPositive, unansweredNegative;
    Tally leftPositive, leftNegative; ///< the user was gone before it ended

    Tally left() const { return leftPositive + leftNegative; }
    Tally unanswered() const { return unansweredPositive + unansweredNegative; }
    Tally positives() const;
    Tally negatives() const;
    Tally uses() const { return positives() + negatives(); }

    friend bool operator==(const UseTallies &, const UseTallies &) = default;
};

/// Positives that were not shown to a user who was still there, and why. Those left are neither.
struct MissCauses {
    Tally byModel;    ///< in time it would have been missed as well
    Tally byLateness; ///< would have been shown had the awaited answer come in time
};

/// An observed percentile of the wait and how sure it is.
struct WaitPercentile {
    double p = 0.5;
    Milliseconds wait; ///< nearest rank; +infinity where it falls on a use that never ends
    /// Order statistics that enclose the true percentile with 95 %; absent: unbounded on that side.
    /// With unequal weights on Kish's effective n, rounded down.
    std::optional<Milliseconds> low, high;
    bool tooFew = false; ///< fewer uses than fewestForPercentile(): not to be stated
};

struct PolicySummary {
    UseTallies uses;
    /// Of what was shown to users still there, the share that was right. Absent: nothing was.
    std::optional<Proportion> precision;
    /// Of all positives, those of users who left or went unanswered included, the share that was
    /// shown. Absent: there is no positive.
    std::optional<Proportion> recall;
    /// Of all uses, whoever is still there: those that ended in the awaited answer in time. The
    /// rest is late; where a policy falls back, it is the share that does.
    Proportion coverage;
    Proportion late;
    /// Users gone before their use ended: the mean of 1 - S(wait), which is not the share that is
    /// late.
    Proportion left;
    std::optional<MissCauses>
            misses; ///< absent where it was not said what an unhurried policy does
    double valuePerUse = 0.0;
    double costPerThousandUses = 0.0;
    std::vector<WaitPercentile> waits; ///< p50, p90, p95, p99, p99.9; none without latencies
};

UseTallies talliesOf(const PairedRows &rows, const UseOutcomes &outcomes,
                     const PatienceCurve &patience);

/// `budget`: uses that take longer count as late, beside those that the policy itself gave up.
/// `unhurried`: outcomes of the same policy without a budget; null leaves the misses unexplained.
PolicySummary summaryOf(const PairedRows &rows, const UseOutcomes &outcomes, const UseTerms &terms,
                        const Budget &budget = {}, const UseOutcomes *unhurried = nullptr);

/// Of a policy, its misses explained.
PolicySummary summaryOf(const PairedRows &rows, const Policy &policy, const UseTerms &terms,
                        const Budget &budget = {}, const std::vector<double> &costPerCall = {});

/// p50, p90, p95, p99, p99.9 of the waits, each use as heavy as in `rows`, whether or not its user
/// is still there at the end.
std::vector<WaitPercentile> waitPercentiles(const PairedRows &rows, const UseOutcomes &outcomes);

} // namespace oneinn
