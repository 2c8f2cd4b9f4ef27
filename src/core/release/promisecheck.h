// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/proportion.h"

#include <optional>
#include <vector>

/// Whether what was promised of a share still holds, by one look at uses chosen beforehand.
namespace oneinn {

enum class CheckOutcome { Holds, Outside, CannotTellYet };

/// "At most so many": what was met.
struct PromisedShare {
    Tally yes;
    Tally no;
    std::optional<ClusterEffect> clusters = {};
    double atMost = 0.0; ///< in [0, 1]
    /// As it is told everywhere else: "at least" is checked of the rest. Absent: that of yes.
    std::optional<Proportion> told = {};
};

struct PromiseChecked {
    CheckOutcome outcome = CheckOutcome::CannotTellYet;
    std::optional<double> share;      ///< absent without any use
    std::optional<Interval> interval; ///< what the outcome is by; absent with too few uses
    /// With the interval that it has by itself, as everywhere; absent without any use.
    std::optional<Proportion> told = {};
};

/// Of each: it holds if the upper 97.5 % limit is no more than was promised, is outside if the
/// lower limit at 2.5 % divided by the number of promises is more (Wilson 1927, on effective uses;
/// Bonferroni) and the exact binomial chance agrees, since Wilson's limits alone err in up to 4 of
/// 100 looks. Else it cannot be told yet, as with fewer than fewestChecked effective uses. At most
/// 2.5 of 100 looks err either way, at a share right at what was promised, and fewer elsewhere;
/// more if one looks again at the same uses and some more.
std::vector<PromiseChecked> checkPromises(const std::vector<PromisedShare> &promises);
inline constexpr double fewestChecked = 10.0;

/// All hold, or one is outside, or neither.
CheckOutcome overall(const std::vector<PromiseChecked> &checked);

/// Uses with which "holds" is said 8 times of 10 where the true share is below what was promised;
/// absent where it is not.
std::optional<double> usesToHold(double atMost, double share);

} // namespace oneinn
