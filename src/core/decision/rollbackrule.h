// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/proportion.h"

#include <optional>
#include <vector>

/// When a release is taken back: limits at a few looks, and what they promise, worked out exactly.
namespace oneinn {

/// One look at the first so many that were shown and checked.
struct RollbackLook {
    int shown = 0;
    int rollBackAt = 0; ///< taken back with so many wrong ones, or more
    std::optional<int> keepUpTo =
            {}; ///< kept with so few; absent where no number is few enough yet

    bool operator==(const RollbackLook &) const = default;
};

/// What becomes of a release of which a certain share shown is wrong.
struct RollbackOdds {
    double rolledBack = 0.0;
    double meanShown = 0.0; ///< until it is taken back or kept
};

/// Exact, for independent cases: the wrong count is followed from look to look. Looks ascending;
/// who reaches the last one without being taken back is kept. wrong in [0, 1].
RollbackOdds rollbackOdds(const std::vector<RollbackLook> &looks, double wrong);

/// Where those shown come several from one user: looks and limits for rolling back times the design
/// effect, rounded up, those for keeping down, so that they tell as much. 1 changes nothing.
std::vector<RollbackLook> scaled(const std::vector<RollbackLook> &looks, double designEffect);
/// Up to it, looks stay as they are: our convention.
inline constexpr double designEffectLeftAlone = 1.2;

/// How alike what is shown to one user (or in one session, or on one day) is, for other numbers of
/// them than the file has: cases of one all the same size m have a design effect of 1 + (m - 1)
/// rho, and of users who differ the mean of m - 1 by cases grows with how long each is followed
/// (thinned counts: E[m (m - 1)] by the square, E[m] in proportion). So it is 1 + `each` times the
/// number shown to one.
struct AlikeOfOne {
    double each = 0.0; ///< 0: none are alike, or nobody knows
    ClusterOf of = ClusterOf::User;

    bool ofUsers() const { return each > 0.0 && of == ClusterOf::User; }
    double designEffect(double shownToOne) const { return 1.0 + each * shownToOne; }
};

struct RollbackRule {
    double wrong = 0.0;      ///< share wrong of those shown in a good release
    double wrongIfBad = 0.0; ///< and in one that should be taken back
    double slope = 0.0;      ///< wrong ones a case along both of Wald's lines
    std::vector<RollbackLook> looks =
            {};                ///< ascending; at the last, whatever is not taken back is kept
    double designEffect = 1.0; ///< that looks and mean numbers are scaled by; odds stay. A cautious
                               ///< one, see surelyNoMore()
    AlikeOfOne alike = {};     ///< what the file says of those of one user, session or day
    RollbackOdds good = {};    ///< where `wrong` holds
    RollbackOdds bad = {};     ///< where `wrongIfBad` holds
    /// Of good releases, though someone goes on looking after the rule has said "keep".
    double goodRolledBackAtMost = 0.0;

    /// Of fewer users (sessions, days) those of the last look are more alike than the design effect
    /// says, and the odds do not hold; absent where none are alike.
    std::optional<double> fewestOf() const;
};

/// What a rule promises.
struct RollbackPromise {
    double goodRolledBack = 0.05; ///< at most
    double badFound = 0.8;        ///< at least
    int mostShown = 5000;         ///< a longer check is no practical rule
    bool mayKeepEarly = true;
};

/// Limits for telling wrongIfBad from wrong, 0 <= wrong < wrongIfBad < 1: Wald's lines (1945) at
/// 25, 50, 100, ... shown, and a last look that makes the promise true (group-sequential, Jennison
/// & Turnbull 2000). The last look is the first number shown, from 30 up, that finds enough of the
/// bad ones although the keep limits are obeyed, with a limit that holds for the good ones although
/// they are not. A look that would find fewer than 1 in 100 bad releases is left out. Absent where
/// more than mostShown would have to be checked, and where wrong is 0: no share, no limit.
std::optional<RollbackRule> rollbackRule(double wrong, double wrongIfBad,
                                         const RollbackPromise &promise = {});

} // namespace oneinn
