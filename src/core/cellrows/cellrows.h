// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/scenario.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace oneinn {

class ScenarioRows;

/// Cells of the matrix, and their parts. A row is in one by what its use ends in for a user who
/// waits for it, whoever answers: as the matrix counts it.
enum class RowCell : std::uint8_t {
    Fp,
    Fn, ///< MissedByModel and MissedByLateness
    Tp,
    Tn,
    Late,  ///< answered after the budget, whatever they end in then: overlaps with the others
    Wrong, ///< Fp and Fn
    All,   ///< every one that ends in an answer, in silence or unanswered
    MissedByModel,
    MissedByLateness, ///< silent, and shown had it come in time
    Gone,             ///< whose user may have left before it ended: overlaps with the others
};
enum class RowOrder : std::uint8_t {
    Nearest,  ///< to the threshold first; of late ones to the budget
    Wrongest, ///< farthest on the wrong side first, or latest; those that the model itself had
              ///< right are never wrong: nearest, and behind those that are
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
    /// What each of them ends in: Tp, Fp, Tn, MissedByModel, MissedByLateness, or Late, where it is
    /// a bad one that ends unanswered.
    std::vector<RowCell> ends;
    std::size_t all = 0; ///< so many there are; of these:
    std::size_t missedByModel = 0;
    std::size_t missedByLateness = 0;
    /// So many of their users have left before the end, on average: those the matrix counts as
    /// gone, and not in the cell.
    double left = 0.0;
};

/// The rows behind a cell of the matrix at the threshold. all - left is what UseSlice::waterfall()
/// counts in it, where rows weigh alike. Where latencies are asked for, those of unknown latency
/// are in none; so are calls that failed and that nobody else answered. Of Gone, those that are
/// most likely left come first, in either order. One pass, then O(rows of the cell). rows: those of
/// the question, apart from the conditions of its selection. When stopped, some of them, in no
/// order.
CellRows cellRows(const ScenarioRows &rows, const CellRowsQuestion &question,
                  const JobControl &job = {});

} // namespace oneinn
