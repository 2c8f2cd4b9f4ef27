// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/index/cellsums.h"

#include <cstdint>
#include <vector>

namespace oneinn {

/// Rows in order of latency, each reduced to its cell, with the sums of all rows up to every
/// checkpoint: the sums up to any rank are those at the nearest checkpoint, and the rows between.
/// Holds 2 bytes per row and a table.
class LatencyCheckpoints {
public:
    /// How the weight of the row at a rank is found; `row` and `weight` outlive this.
    struct Weights {
        const std::uint32_t *row = nullptr; ///< by rank
        const double *weight = nullptr;     ///< by row; null where every row weighs 1
        bool exactSums = true; ///< taking a weight away undoes adding it: see sumExactly
    };

    LatencyCheckpoints() = default;
    /// cells: by rank. spacing: ranks from one checkpoint to the next (>= 1); fewer checkpoints
    /// are made where their table would be larger than `tableBytes`.
    LatencyCheckpoints(const CellShape &shape, std::vector<std::uint16_t> cells,
                       const Weights &weights, std::size_t spacing, std::size_t tableBytes,
                       unsigned threads);

    /// Sums of the rows with a rank below `rank` (at most the number of rows).
    CellSums before(std::size_t rank) const;

    std::size_t checkpoints() const { return m_checkpoints; }
    std::size_t rowBytes() const { return m_cell.capacity() * sizeof(m_cell[0]); }
    std::size_t tableBytes() const;

private:
    void countBetween(unsigned threads);
    void cumulate(unsigned threads);
    /// Adds (sign 1) or takes away (-1) the rows with ranks in [begin, end).
    void apply(std::size_t begin, std::size_t end, int sign, CellSums &sums) const;

    CellShape m_shape;
    std::vector<std::uint16_t> m_cell;
    Weights m_weights;
    std::size_t m_spacing = 1;
    std::size_t m_checkpoints = 1; ///< besides the one before the first row
    CellSums m_table;              ///< one set of sums after the other
};

/// Whether sums of these positive weights, and of their squares, are free of rounding in any order:
/// all are multiples of one power of two, and few enough of them.
bool sumExactly(const double *weights, std::size_t size);

} // namespace oneinn
