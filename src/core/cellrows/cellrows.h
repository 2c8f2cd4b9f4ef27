// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/policies/useslice.h"
#include "core/scenario.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace oneinn {

enum class RowCell : std::uint8_t { Fp, Fn, Tp, Tn, Late };
enum class RowOrder : std::uint8_t {
    Nearest,  ///< to the threshold first; of late ones to the budget
    Wrongest, ///< farthest on the wrong side first, or latest; right ones are never wrong: nearest
};

struct CellRowsQuestion : UsesQuestion {
    Threshold threshold;
    RowCell cell = RowCell::Fp;
    RowOrder order = RowOrder::Nearest;
    std::size_t most = 20; ///< as many at most

    friend bool operator==(const CellRowsQuestion &, const CellRowsQuestion &) = default;
};

struct CellRows {
    std::vector<std::uint32_t> rows; ///< of the predictions, in order; equals as in the file
    std::size_t all = 0;             ///< so many there are
};

/// The rows behind a cell of the matrix at the threshold, counted as UseSlice::counts() does: late
/// rows are a cell of their own, and where latencies are asked for those of unknown latency are in
/// none. Calls that failed are in none. One pass, then O(rows of the cell).
CellRows cellRows(const UseSlice &slice, const CellRowsQuestion &question);

} // namespace oneinn
