// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/loadbearing/failureloss.h"

#include <optional>

namespace oneinn {

/// How many times slower is still asked about: further out, "never" is said.
inline constexpr double mostSlowdown = 1000.0;

/// The smallest relative worsening of one failure alone at which a use is worth no more than
/// without predictions; 0 where that is so already, absent where it never is. False alarms and
/// misses are proportional, until all of their class has turned. The slowdown is looked for in
/// steps that double, from a hundredth up to mostSlowdown, then exactly between two of them: a
/// value that comes back between two steps goes unseen.
using Headroom = PerFailure<std::optional<double>>;
Headroom headroom(const CellsAtSlowdown &cells, const OutcomeValues &values,
                  double withoutPredictions);

} // namespace oneinn
