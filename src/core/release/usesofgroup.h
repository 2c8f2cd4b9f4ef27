// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/selection.h"

#include <optional>
#include <vector>

/// How much of all traffic is of the group that is looked at alone.
namespace oneinn {

class ScenarioRows;

struct UsesOfGroup {
    std::vector<Selection::Where> where; ///< who they are
    double share = 1.0;                  ///< of all users' uses, as in the file; in [0, 1]
};
/// By the rows read (by weight), with failed calls: of those on the same days, where a selection is
/// of days too. Absent where everyone is looked at.
std::optional<UsesOfGroup> usesOfGroup(const ScenarioRows &rows, const Selection &selection);

} // namespace oneinn
