// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace oneinn {

/// Rows are counted in cells: one for each bin of scores, label and stratum, in this order, the
/// strata of one bin and label next to each other and their number rounded up to a power of two.
/// Cells fit into 16 bits.
struct CellShape {
    std::size_t bins = 0;
    unsigned stratumBits = 0;

    static CellShape of(std::size_t bins, std::size_t strata)
    {
        return {bins, static_cast<unsigned>(std::bit_width(strata - 1))};
    }
    static std::size_t mostBins(std::size_t strata)
    {
        return std::size_t{1} << (15U - static_cast<unsigned>(std::bit_width(strata - 1)));
    }

    std::size_t strata() const { return std::size_t{1} << stratumBits; }
    std::size_t sides() const { return 2 * bins; } ///< a side: a bin and a label
    std::size_t cells() const { return sides() << stratumBits; }
    /// Cells of one bin: those of its negatives, then those of its positives.
    std::size_t width() const { return std::size_t{2} << stratumBits; }

    std::uint16_t cell(std::size_t bin, bool positive, std::uint8_t stratum) const
    {
        return static_cast<std::uint16_t>((2 * bin + (positive ? 1 : 0)) << stratumBits | stratum);
    }
    std::size_t side(std::uint16_t cell) const { return cell >> stratumBits; }

    /// Where weights are summed by stratum, so many bins share their cells: a double for each cell
    /// would be most of what a budget move reads and writes.
    static constexpr unsigned groupBits = 2;
    static constexpr std::size_t binsPerGroup = std::size_t{1} << groupBits;
    std::size_t groups() const { return (bins + binsPerGroup - 1) / binsPerGroup; }
    std::size_t groupCells() const { return groups() * width(); }
    std::size_t groupCell(std::uint16_t cell) const
    {
        const unsigned bits = stratumBits + 1;
        return (std::size_t{cell} >> (bits + groupBits) << bits) | (cell & (width() - 1));
    }
};

} // namespace oneinn
