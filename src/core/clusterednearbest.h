// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/nearbest.h"
#include "core/policies/useslice.h"
#include "core/scenario.h"

#include <optional>

namespace oneinn {

/// nearBest() where uses of one user or day are alike: of each user's summed difference. One pass
/// over the rows from the best threshold up and one down; where the ids of users by day are many,
/// several share one. Absent with too few users or days.
std::optional<NearBest> clusteredNearBest(const UseSlice &slice, const UsesQuestion &question,
                                          const ClassFactors &factors, const ValueGain &gain,
                                          Threshold best, const Tally &uses);

} // namespace oneinn
