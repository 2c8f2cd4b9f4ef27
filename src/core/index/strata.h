// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace oneinn {

/// A part of the rows that is counted on its own beside the whole.
struct Stratum {
    std::optional<std::string> model;   ///< absent: not divided by model
    std::optional<std::string> segment; ///< value of the segment; absent: not divided by it
    bool everythingElse = false;        ///< the rows of all combinations too rare for their own
    std::size_t rows = 0;

    friend bool operator==(const Stratum &, const Stratum &) = default;
};

/// Which stratum each row belongs to.
struct Strata {
    std::vector<Stratum> list;       ///< never empty
    std::vector<std::uint8_t> ofRow; ///< by row of the predictions; empty where there is one alone
};

/// More than this many are never made: the most frequent are kept, the others put together.
inline constexpr std::size_t mostStrata = 16;

/// Divides rows by model and by the values of one segment column ("" divides by none; a column that
/// does not exist neither). Combinations without a row are left out.
Strata strataOf(const Predictions &predictions, const std::vector<std::uint32_t> &rows,
                bool byModel, const std::string &segment);

} // namespace oneinn
