// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace oneinn {

/// Rows that are the same as another in every column that is read: most likely one use that was
/// exported twice.
struct DoubledRows {
    std::size_t copies = 0;    ///< rows that are the same as an earlier one
    std::size_t different = 0; ///< rows without these
    bool byExample = false;    ///< they have the same example id; else scores tell them apart
    /// Uses are clustered by users, days or cases, in which copies count no more than they should.
    bool clustered = false;
};

/// More rows are not looked at.
inline constexpr Eigen::Index mostRowsCompared = 2'000'000;

/// Of all rows. Absent where there is none, where nothing tells rows apart (no ids, and
/// fewer than 9 of 10 scores differ, or equal rows are hardly more than those that share a score by
/// chance, as close as scores lie there), where records are counted uses, and beyond
/// mostRowsCompared. Without ids rows with the lowest or the highest score are not looked at.
std::optional<DoubledRows> doubledRows(const Predictions &predictions);
/// The same of some of them.
std::optional<DoubledRows> doubledRows(const Predictions &predictions,
                                       std::vector<std::uint32_t> rows);

} // namespace oneinn
