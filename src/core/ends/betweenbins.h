// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ends/waterfall.h"
#include "core/units.h"

#include <optional>

namespace oneinn {

/// What rows that were counted by bins of their score leave open at a threshold within one: of how
/// many of the bin's good and bad ones it shows, anything from none to all may be so.
struct BetweenBins {
    Interval thresholds; ///< where the bin begins, and where the next one does; high: +infinity
                         ///< where there is none
    /// Sharp: each end is what some rows of these counts would have. Absent where nothing need be
    /// shown.
    std::optional<Interval> wrongOfShown;
    std::optional<Interval> missed; ///< of good ones; absent where there are none
};

/// shown, silent: how uses end with all of the bin shown, and with none of it.
BetweenBins betweenBins(const Interval &thresholds, const Waterfall &shown,
                        const Waterfall &silent);

} // namespace oneinn
