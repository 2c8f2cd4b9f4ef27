// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/segments/shortestthreshold.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>

namespace oneinn {

Threshold shortestThreshold(const ThresholdInterval &sameDecisions)
{
    const double high = sameDecisions.high;
    if (std::isinf(high) || sameDecisions.isOfBins)
        return {high};
    constexpr double little = 0.05;
    const double low =
            std::isinf(sameDecisions.low) ? high - little * std::abs(high) : sameDecisions.low;
    const double middle = std::midpoint(low, high);
    std::array<char, 32> text{};
    for (int digits = 1; digits <= std::numeric_limits<double>::max_digits10; ++digits) {
        const auto written = std::to_chars(text.data(), text.data() + text.size(), middle,
                                           std::chars_format::general, digits);
        double rounded = 0.0;
        std::from_chars(text.data(), written.ptr, rounded);
        if (low < rounded && rounded <= high)
            return {rounded};
    }
    return {high};
}

Threshold shortestAbove(double highest)
{
    constexpr double part = 0.05;
    const bool isBelowOne = highest > 0.0 && highest < 1.0; // and stays there, if it is a chance
    const double room = isBelowOne ? std::min(highest, 1.0 - highest) : std::abs(highest);
    return shortestThreshold({highest, highest + part * (room > 0.0 ? room : 1.0)});
}

} // namespace oneinn
