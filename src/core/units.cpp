// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/units.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <numeric>

namespace oneinn {

namespace {

/// 0.0597305 and not 0.059730500000000006: what only a sum has added is not told.
double withoutNoise(double value)
{
    std::array<char, 32> text{};
    const auto written =
            std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::general,
                          std::numeric_limits<double>::digits10);
    double rounded = value;
    std::from_chars(text.data(), written.ptr, rounded);
    constexpr double roundings = 2.0;
    const double least = roundings * std::numeric_limits<double>::epsilon() * std::abs(value);
    return std::abs(rounded - value) <= least ? rounded : value;
}

} // namespace

Threshold ThresholdInterval::operatingThreshold() const
{
    if (std::isinf(low) || std::isinf(high) || isOfBins)
        return {high};
    const double exact = std::midpoint(low, high);
    const double told = withoutNoise(exact);
    const double middle = low < told && told < high ? told : exact;
    // Neighbouring doubles have no number between them; low itself decides differently.
    return {low < middle && middle < high ? middle : high};
}

} // namespace oneinn
