// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/rowaccount.h"

#include <optional>

namespace oneinn {

/// One record as read, before it is known whether it can be used.
struct RawRow {
    std::optional<double> label;   ///< 1 positive, 0 negative; any other number is an unknown label
    std::optional<double> score;   ///< absent: empty cell
    std::optional<double> latency; ///< milliseconds
    std::optional<double> weight = 1.0;
    std::optional<double> count = 1.0; ///< absent: no number
    bool timedOut = false;
    bool scoreUnreadable = false; ///< the cell held something that is no number
};

enum class LatencyStanding { Measured, Missing, Invalid, TimedOut };

/// What a record may be used for.
struct RowStanding {
    std::optional<SetAsideReason> setAside; ///< absent: counts in every metric
    LatencyStanding latency = LatencyStanding::Missing;
};

/// Judges one record. The first reason in the order of SetAsideReason is the one that counts,
/// except that a zero or invalid weight is named only when label and score are usable.
RowStanding standingOf(const RawRow &row);

} // namespace oneinn
