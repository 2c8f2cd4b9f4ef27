// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

/// Where the best threshold jumps to and fro: the hills of what thresholds gain.
namespace oneinn {

/// Cuts next to each other, between which nothing much is lost, that were chosen so often.
struct ChosenRange {
    std::size_t first = 0; ///< lowest cut chosen: the highest threshold
    std::size_t last = 0;
    std::size_t times = 0;

    friend bool operator==(const ChosenRange &, const ChosenRange &) = default;
};

/// Chosen cuts by the hill they lie on; the most often chosen hill first, of equals the one of
/// higher thresholds. Two hills are parted by a valley that lies by more than `dip` below the tops
/// of both. gains: of every cut; chosen: cuts, in any order.
std::vector<ChosenRange> chosenRanges(const std::vector<double> &gains,
                                      std::vector<std::uint32_t> chosen, double dip);

} // namespace oneinn
