// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/predictions/predictions.h"
#include "core/scenario.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace oneinn {

enum class RowCell : std::uint8_t {
    Fp,
    Fn,
    Tp,
    Tn,
    Late,
    Wrong, ///< Fp and Fn
    All,   ///< every one of them
};
enum class RowOrder : std::uint8_t {
    Nearest,  ///< to the threshold first; of late ones to the budget
    Wrongest, ///< farthest on the wrong side first, or latest; right ones are never wrong: nearest,
              ///< and behind those that are
};

/// Scores s with from <= s < to, as a bar of a histogram has them. Infinite where it is open.
struct ScoreSpan {
    double from;
    double to;

    bool contains(double score) const { return from <= score && score < to; }
    friend bool operator==(const ScoreSpan &, const ScoreSpan &) = default;
};

struct CellRowsQuestion : UsesQuestion {
    Threshold threshold;
    RowCell cell = RowCell::Fp;
    RowOrder order = RowOrder::Nearest;
    std::size_t most = 20;                ///< as many at most
    std::optional<ScoreSpan> scores = {}; ///< only with such a score

    friend bool operator==(const CellRowsQuestion &, const CellRowsQuestion &) = default;
};

struct CellRows {
    std::vector<std::uint32_t> rows; ///< of the predictions, in order; equals as in the file
    std::size_t all = 0;             ///< so many there are
};

/// The rows behind a cell of the matrix at the threshold, counted as UseSlice::counts() does: late
/// rows are a cell of their own, and where latencies are asked for those of unknown latency are in
/// none. Calls that failed are in none. One pass, then O(rows of the cell). predictions: those of
/// ScenarioRows::all(), where several calls are one. When stopped, some of them, in no order.
CellRows cellRows(const Predictions &predictions, const CellRowsQuestion &question,
                  const JobControl &job = {});

/// Which of the first five cells a row is in; absent: in none.
std::optional<RowCell> rowCell(const Predictions &predictions, const CellRowsQuestion &question,
                               std::uint32_t row);

} // namespace oneinn
