// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/rollbacktrigger.h"
#include "core/release/releasestages.h"
#include "core/release/usesofgroup.h"

#include <optional>
#include <vector>

/// How an assessed setting is brought to users: shadow, then more and more of them.
namespace oneinn {

struct Assessment;

struct ReleasePlanQuestion {
    std::vector<double> shares{0.01, 0.05, 0.25, 1.0}; ///< ascending, in (0, 1]
    std::optional<double> usesPerDay = {};             ///< all users together, > 0
    std::optional<double> labelled = {};               ///< of what is shown; absent: as in the file
    double delayDays = 0.0;                            ///< until a label is there
    std::optional<double> margin = {};                 ///< absent: by what a bad release is worse

    friend bool operator==(const ReleasePlanQuestion &, const ReleasePlanQuestion &) = default;
};

/// What is run beside the present one without anybody seeing it.
struct ShadowPlan {
    std::optional<VolumeLimits> shown = {}; ///< as after a release: needs no label
    std::optional<double> days = {};        ///< at least a week; absent without traffic
    /// The file has labels of what was shown alone, or mostly: in shadow there would be none.
    bool labelsNeedShowing = false;
};

struct ReleasePlan {
    RollbackTrigger rollback;
    /// Whom all of it is of, and whose uses a day terms has; absent: everybody.
    std::optional<UsesOfGroup> group = {};
    ReleaseTerms terms = {};
    bool labelledIsAssumed = true; ///< neither given nor to be seen in the file
    bool marginIsOfRule = true;
    /// Of all users together, where the file tells users and days: no more than a hint, since a
    /// file may hold a part of the traffic.
    std::optional<double> usesPerDayInFile = {};
    /// How often one user has a use in a week, where it is assumed and users are told by it.
    std::optional<double> assumedPace = {};
    bool mostlyWrong = false; ///< half of those shown in the file, or more
    ShadowPlan shadow = {};
    std::vector<ReleaseStage> stages = {}; ///< empty where there is no rule for wrong ones
    std::vector<ReleasePath> path = {};    ///< after each of them
    /// Equally good releases that pass all stages and are not taken back by the rule either: no
    /// fewer than those that pass less those that it takes back, whatever the two have in common
    /// (Bonferroni). Absent as path's are, and where the rule's odds do not hold.
    std::optional<double> goodReachAtLeast = {};
    /// Where stages take longer than anybody keeps to (longestPlanDays): the same without the first
    /// ones, so far that they do not. Empty where they do not take as long, and where none would
    /// do.
    std::vector<double> sharesThatDo = {};
    bool takesTooLong() const; ///< longer than longestPlanDays
    bool isAtOnce() const;     ///< the first stage is everybody: there is no gate
    bool hasGate() const;      ///< a stage tells whether it is bad
    /// The first stage with users enough for the rule's odds; of earlier ones it does not count
    /// what is shown. The first of all where users are not known; absent where all users together
    /// are too few.
    std::optional<std::size_t> ruleFrom = 0;
};
/// A stage is passed by so many releases that are no worse that releaseReaches of them get through
/// all, and what counts as bad is what the rollback rule takes back.
/// group: of those assessed; the question's traffic is everybody's all the same.
ReleasePlan releasePlan(const Assessment &assessment, const ReleasePlanQuestion &question,
                        const std::optional<UsesOfGroup> &group = {});
inline constexpr double longestPlanDays = 182.0; ///< half a year: our choice
inline constexpr double releaseReaches = 0.8;    ///< our choice, as the rule finds 80 of 100

} // namespace oneinn
