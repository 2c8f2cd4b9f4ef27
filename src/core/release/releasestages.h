// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/rollbacktrigger.h"

#include <optional>
#include <vector>

/// A release to more and more users: how long each stage takes, and what it costs if it is bad.
namespace oneinn {

/// What a stage is worked out from, whatever share of uses it gets.
struct ReleaseTerms {
    double wrong = 0.0;      ///< of what is shown now, in (0, 1)
    double wrongIfBad = 0.0; ///< of a release that should be taken back, in (wrong, 1)
    double margin = 0.0;     ///< a release that may be worse by so much does not go on; > 0
    double shown = 0.0;      ///< share of uses in which something is shown, in (0, 1]
    double labelled = 1.0;   ///< share of these that get a label, in [0, 1]
    double delayDays = 0.0;  ///< until they have it
    std::optional<double> usesPerDay = {}; ///< all users together; absent: not known
    double designEffect = 1.0;             ///< of what is shown, as many of one user as in the file
    AlikeOfOne alike = {};                 ///< by which it is another where users have more
    std::optional<double> users = {}; ///< all of them; absent where traffic or pace is not known

    /// Of so many labelled ones that users have between them; users > 0 or absent.
    double designEffectOf(double labelled, const std::optional<double> &among) const;
    double passed = 0.8; ///< by a release that is no worse, of each stage, in (0.5, 1)
};

struct ReleaseStage {
    double share = 0.0;               ///< of all uses
    std::optional<double> users = {}; ///< who meet it, on average; absent where they are not known
    /// Where these are too few to tell, however long it lasts: so many would. Then it has no gate.
    std::optional<double> fewestUsers = {};
    /// To be checked; absent where there is no gate: users are too few, or everybody has it, so
    /// that nobody is left to compare with.
    std::optional<double> labelledShown = {};
    /// Until they are, at least a week, for weekends are not like other days; absent without
    /// traffic or labels.
    std::optional<double> days = {};
    /// That meet the release in this time; without traffic as many as the labels need. Absent
    /// without labels, and where everybody has it without traffic.
    std::optional<double> uses = {};
    std::optional<double> shown = {};           ///< in these
    std::optional<double> extraWrongIfBad = {}; ///< of these, more than now; nobody rolls back
    /// The chance to go on; exact, see chanceToGoOn(). Absent where there is no gate, and where the
    /// labels it needs never come.
    std::optional<double> passIfGood = {};
    std::optional<double> passIfBad = {};

    /// It waits for labels that never come: nothing can be known of what is after it.
    bool hasGate() const { return labelledShown.has_value(); }
    bool isEndless() const { return labelledShown && !uses; }
};
/// share in (0, 1]. Users tell too little where they are fewer than fewestUsersForRule, or so few
/// that half of what is needed is not to be had of any number of labels: what one user has the more
/// tells ever less (our choice of the half).
ReleaseStage releaseStage(const ReleaseTerms &terms, double share);
/// No stage is shorter.
inline constexpr double shortestStage = 7.0;

/// What has become of a release after a stage.
/// By the gates alone: what the rollback rule takes back besides is left out.
struct ReleasePath {
    std::optional<double> goodStillIn = 1.0; ///< absent after a stage that never ends
    std::optional<double> badStillIn = 1.0;
    /// Of all stages up to this, each where it is reached and run to its end; absent likewise.
    std::optional<double> expectedExtraWrongIfBad = 0.0;
    std::optional<double> days = {}; ///< of a good one up to here; absent where one's are
};
/// After each stage, one after the other; a stage without a gate is passed by all.
std::vector<ReleasePath> releasePath(const std::vector<ReleaseStage> &stages);

} // namespace oneinn
