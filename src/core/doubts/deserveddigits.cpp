// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doubts/deserveddigits.h"

#include "core/binaryguard.h"

#include <algorithm>
#include <cmath>

namespace oneinn {

std::optional<int> deservedDecimals(const Interval &range)
{
    const double tenth = range.width() / 10.0;
    if (!std::isfinite(tenth) || !(tenth > 0.0))
        return std::nullopt;
    // 0.30 - 0.20 is a little less than 0.1.
    return static_cast<int>(std::floor(-std::log10(tenth) + binaryGuard));
}

double deservedNumber(double value, const Interval &range)
{
    const auto decimals = deservedDecimals(range);
    if (!decimals || !std::isfinite(value))
        return value;
    const auto rounded = [value](int digits) {
        const double scale = std::pow(10.0, digits);
        return std::round(value * scale) / scale;
    };
    // The first digit is always told: a range far wider than the number would leave none of it.
    const int first =
            value == 0.0 ? *decimals : -static_cast<int>(std::floor(std::log10(std::abs(value))));
    const int digits = std::max(*decimals, first);
    const double told = rounded(digits);
    const double slack = binaryGuard * range.width();
    const auto inside = [&](double number) {
        return number >= range.low - slack && number <= range.high + slack;
    };
    return inside(value) && !inside(told) ? rounded(digits + 1) : told;
}

} // namespace oneinn
