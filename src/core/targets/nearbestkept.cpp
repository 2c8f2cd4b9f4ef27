// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/targets/nearbestkept.h"

#include <algorithm>

namespace oneinn {

std::vector<ThresholdInterval> keptOf(const NearBest &near, const Reach &within)
{
    std::vector<ThresholdInterval> kept;
    for (const ThresholdInterval &each : within.feasible) {
        // The lower end of what keeps them is no threshold that does; that of the range is one.
        if (each.low < near.highest && each.high >= near.lowest)
            kept.push_back({std::max(each.low, near.lowest), std::min(each.high, near.highest)});
    }
    return kept;
}

bool isAllOf(const std::vector<ThresholdInterval> &kept, const NearBest &near)
{
    return kept.size() == 1 && kept.front() == ThresholdInterval{near.lowest, near.highest};
}

} // namespace oneinn
