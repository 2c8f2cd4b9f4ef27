// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/rollbacktrigger.h"
#include "core/ends/sharekinds.h"

#include <optional>

/// The rollback rule of any share that should be rare: of what is wrong, or of what is missed.
namespace oneinn {

struct ShareRule {
    std::optional<RollbackRule> rule = {};
    /// Why there is none; NothingShown: nothing is in the share's denominator.
    std::optional<NoRollbackRule> noRule = {};
    std::optional<double> goodRolledBackAtUpperEnd = {}; ///< as RollbackTrigger has it
};
/// As RollbackTrigger::rule says, scaled to users or days. Its looks are at so many of the share's
/// denominator: of those shown, or of the positives that are known to be some.
ShareRule shareRule(const Assessment &assessment, Share share);

} // namespace oneinn
