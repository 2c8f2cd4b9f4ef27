// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/choice.h"
#include "core/job.h"
#include "core/policies/scenariorows.h"
#include "core/problem.h"
#include "core/targets/reach.h"

#include <optional>
#include <vector>

namespace oneinn {

/// Where a way to the targets comes from.
enum class RouteKind {
    AsItIs,    ///< the scenario's late policy and budget
    AtTheWait, ///< the same with the target's wait as budget: nothing is given up before, and what
               ///< replaces a late answer still comes in time
    WaitedFor, ///< every answer is waited for
    Replaced,  ///< at the target's wait, the model that is most often in time answers instead
};

/// A model, what happens to its late answers, and what it can reach.
struct Route {
    RouteKind kind = RouteKind::AsItIs;
    Choice choice; ///< at the threshold chosen; where nothing reaches the targets, at none: nothing
                   ///< is shown
    Reach reach;
};

/// Every way that was looked at. Models are each looked at on their own rows, which need not be of
/// the same uses.
struct ReachAnswer {
    ReachQuestion question; ///< that was asked
    /// Those that reach every target first, by what they are worth; then those that would if a
    /// single target were dropped, by what they would then be worth; then the others.
    std::vector<Route> routes;
    bool modelsMixed = false; ///< the selection mixes several models: no other is looked at
    bool moreModels = false;  ///< the file has more than mostCandidateModels
    bool hasLatency = false;

    bool reachable() const { return !routes.empty() && routes.front().reach.reachable(); }
};

/// What the scenario's own model reaches under its late policy and budget; null where the selection
/// is another.
const Reach *reachAsItIs(const ReachAnswer &answer, const Selection &selection);

/// The target that it would help most to drop, with the way chosen anew.
struct BindingTarget {
    TargetKind kind = TargetKind::WrongOfShown;
    std::size_t route = 0; ///< that is then worth most
    TargetSetting setting; ///< of it
};
/// Absent where dropping any single target adds nothing, or is not enough.
std::optional<BindingTarget> bindingTarget(const ReachAnswer &answer);

/// Asks every model of the file (the question's first, at most mostCandidateModels) for settings
/// that reach its targets: among the same users, with the same assumptions; where several calls
/// are operated as one, also their model alone. The rows must fit the
/// question (asserted). At least one target must be asked (asserted). Problem:
/// Cancelled when stopped.
Result<ReachAnswer> reachTargets(const ScenarioRows::Ptr &rows, const ReachQuestion &question,
                                 const JobControl &job = {});

} // namespace oneinn
