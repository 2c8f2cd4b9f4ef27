// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/heldoutcost.h"
#include "core/units.h"

#include <optional>

/// What keeping the earlier period's threshold costs in the later one, and why.
namespace oneinn {

struct KeepingCost {
    /// Of a threshold chosen on one half of the users (else days, else uses) and judged on the
    /// other, and the other way round: what was chosen and judged on the same uses looks better
    /// than it is (Stone 1974).
    HeldOutCost all;
    /// The part that the base rate alone would cause: the earlier period restated at the later
    /// one's share of good uses, judged likewise. 0 where a period has one class alone.
    HeldOutCost baseRate;
    /// all less baseRate.
    HeldOutCost rest;
};

/// Deterministic. Absent where there are fewer than two users (else days, else uses) to part.
std::optional<KeepingCost> keepingCost(const ShownOrNot &before, const ShownOrNot &after,
                                       Threshold kept);

} // namespace oneinn
