// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/rollbackrule.h"

#include <optional>
#include <vector>

/// What a rollback rule says of every count, as two lines to draw.
namespace oneinn {

/// Of so many shown and checked: rolled back with rollBackFrom wrong ones or more, kept with
/// keepUpTo or fewer. Between them the release is held.
struct CorridorEdge {
    int shown = 0;
    int rollBackFrom = 0;
    std::optional<int> keepUpTo = {}; ///< absent: none are few enough

    bool operator==(const CorridorEdge &) const = default;
};

/// Corners of both lines, ascending, from 0 to the last look; between two of them the lines are
/// straight, and where the one begins at which something is kept it comes from 0. They are where
/// runningAnswer() changes. looks as in RollbackRule: ascending, not empty (asserted).
std::vector<CorridorEdge> rollbackCorridor(const std::vector<RollbackLook> &looks);

} // namespace oneinn
