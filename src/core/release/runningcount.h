// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/rollbackrule.h"

/// What a rollback rule says of the count so far.
namespace oneinn {

struct RunningCount {
    int wrong = 0; ///< of those shown and checked; 0 to shown
    int shown = 0;
};

enum class RunningVerdict {
    RollBack,
    Keep,
    Hold,          ///< between the limits: go on as it is, and check further
    CannotTellYet, ///< before the first look, or beyond the last without the count it had there
};

struct RunningAnswer {
    RunningVerdict verdict = RunningVerdict::CannotTellYet;
    /// Whose limit decides: passed or to come. With CannotTellYet the first one, or the last.
    RollbackLook look;
};

/// Decides only what the looks are sure to: a count between two looks is rolled back if it has
/// reached the limit of the next one already, since wrong ones only become more, and kept if it
/// has no more than an earlier look allows, or can no longer reach the limit of the last one. So
/// the rule's chances stay what they are, however often it is asked. looks as in RollbackRule:
/// ascending, not empty (asserted).
RunningAnswer runningAnswer(const std::vector<RollbackLook> &looks, const RunningCount &count);

} // namespace oneinn
