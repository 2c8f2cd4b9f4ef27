// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doubts/plateaus.h"

#include <algorithm>

namespace oneinn {

namespace {

/// Where new hills begin, in [from, end]: the lowest place of each valley.
std::vector<std::size_t> valleys(const std::vector<double> &gains, std::size_t from,
                                 std::size_t end, double dip)
{
    std::vector<std::size_t> found;
    double top = gains[from];
    std::size_t lowest = from;
    for (std::size_t cut = from; cut <= end; ++cut) {
        if (gains[cut] < gains[lowest])
            lowest = cut;
        const bool otherHill = top - gains[lowest] > dip && gains[cut] - gains[lowest] > dip;
        if (otherHill)
            found.push_back(lowest);
        if (otherHill || gains[cut] > top) {
            top = gains[cut];
            lowest = cut;
        }
    }
    return found;
}

} // namespace

std::vector<ChosenRange> chosenRanges(const std::vector<double> &gains,
                                      std::vector<std::uint32_t> chosen, double dip)
{
    std::vector<ChosenRange> ranges;
    if (chosen.empty())
        return ranges;
    std::sort(chosen.begin(), chosen.end());
    const std::vector<std::size_t> parted = valleys(gains, chosen.front(), chosen.back(), dip);
    auto next = parted.begin();
    for (const std::size_t cut : chosen) {
        const auto hill = std::upper_bound(next, parted.end(), cut);
        if (ranges.empty() || hill != next)
            ranges.push_back({cut, cut, 0});
        next = hill;
        ranges.back().last = cut;
        ++ranges.back().times;
    }
    std::stable_sort(ranges.begin(), ranges.end(),
                     [](const ChosenRange &a, const ChosenRange &b) { return a.times > b.times; });
    return ranges;
}

} // namespace oneinn
