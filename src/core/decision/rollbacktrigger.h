// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/rollbackrule.h"
#include "core/decision/volumelimits.h"
#include "core/metrics/proportion.h"

#include <optional>

/// What is watched after a release at an assessed setting.
namespace oneinn {

struct Assessment;

/// Why no limit is set on wrong ones.
enum class NoRollbackRule {
    NothingShown,
    TooFew, ///< shown, for an interval that may be stated
    AllWrong,
    FewUsers, ///< bring what is shown, each several: how alike one user's are cannot be known
    TooRare,  ///< wrong, or right, for a check of at most RollbackPromise::mostShown
};

struct RollbackTrigger {
    /// Against half as many wrong ones again, or, where more than 2 of 5 are wrong already, a third
    /// fewer right ones: our own choice, not the literature's. Where none was wrong, a good release
    /// is at the high end of the interval.
    std::optional<RollbackRule> rule;
    std::optional<NoRollbackRule> noRule; ///< set where rule is absent
    /// What share of good releases would be taken back (at most) if the share of wrong ones lies at
    /// the high end of its interval.
    std::optional<double> goodRolledBackAtUpperEnd;
    /// Uses in which something is shown: needs no labels, so it is the first to tell. Absent where
    /// nothing is shown or the share may not be stated.
    std::optional<VolumeLimits> shown;
    /// Late uses, more only; where none was late, the high end of the interval is expected. Absent
    /// without latencies or budget, or where the share may not be stated.
    std::optional<VolumeLimits> late;
};
RollbackTrigger rollbackTrigger(const Assessment &assessment);
/// Of users (or sessions, or cases) who bring several of what is shown. Of fewer, a design effect
/// that keeps the rule's promise cannot be told: see surelyNoMore().
inline constexpr double fewestUsersForRule = 20.0;

/// A design effect that the true one exceeds in 1 of 10 files: an estimate of variance by few users
/// may be far too low, and looks scaled by it would take back too many good releases. Upper 90 %
/// limit by chi-square with one less than the effective number of users; no more than if all of one
/// user's were alike. rows: of what is shown, > 0.
double surelyNoMore(const ClusterEffect &effect, double rows);

/// What a bad release has of something that should be rare, `usual` of it being as it is now: see
/// RollbackTrigger::rule. In [0, 1].
double badShare(double usual);

} // namespace oneinn
