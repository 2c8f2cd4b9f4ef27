// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doubts/deserveddigits.h"

#include <algorithm>
#include <cmath>

namespace oneinn {

std::optional<int> deservedDecimals(const Interval &range)
{
    const double tenth = range.width() / 10.0;
    if (!std::isfinite(tenth) || !(tenth > 0.0))
        return std::nullopt;
    // 0.30 - 0.20 is a little less than 0.1.
    constexpr double binaryGuard = 1e-9;
    return static_cast<int>(std::floor(-std::log10(tenth) + binaryGuard));
}

double deservedNumber(double value, const Interval &range)
{
    const auto decimals = deservedDecimals(range);
    if (!decimals || !std::isfinite(value))
        return value;
    const double scale = std::pow(10.0, *decimals);
    constexpr double binaryGuard = 1e-6;
    const double lowest = std::ceil(range.low * scale - binaryGuard);
    const double highest = std::floor(range.high * scale + binaryGuard);
    return std::clamp(std::round(value * scale), lowest, highest) / scale;
}

} // namespace oneinn
