// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/units.h"

#include <cstddef>
#include <string>
#include <vector>

namespace oneinn {

/// Segments have latency budgets of their own. One dial moves all, in proportion: a wait of a
/// segment that is named is as many times `ownBudget` on the dial as it is the segment's budget;
/// all others stay.
struct BudgetsBySegment {
    struct Own {
        std::string value;   ///< of the column; "" is an empty cell
        Milliseconds budget; ///< finite, > 0

        friend bool operator==(const Own &, const Own &) = default;
    };
    std::string column;      ///< of Predictions::segments()
    Milliseconds ownBudget;  ///< finite, > 0: where the dial stood when these were chosen
    std::vector<Own> values; ///< each once; at least one

    friend bool operator==(const BudgetsBySegment &, const BudgetsBySegment &) = default;
};

/// As many as segments are looked at.
inline constexpr std::size_t mostOwnBudgets = 1000;

} // namespace oneinn
