// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/periodorder.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace oneinn {

namespace {

constexpr std::string_view dayShape = "dddd-dd-dd";

bool isDay(std::string_view text)
{
    return text.size() >= dayShape.size()
            && std::equal(dayShape.begin(), dayShape.end(), text.begin(), [](char shape, char c) {
                   return shape == 'd' ? c >= '0' && c <= '9' : c == shape;
               });
}

bool canBeOrdered(const std::vector<std::string> &days)
{
    return !days.empty() && std::all_of(days.begin(), days.end(), isDay);
}

} // namespace

std::vector<std::string> daysOf(const Predictions &predictions)
{
    const auto &day = predictions.day();
    return day ? day->values : std::vector<std::string>();
}

std::optional<ReversedPeriods> reversedPeriods(const std::vector<std::string> &earlier,
                                               const std::vector<std::string> &later)
{
    if (!canBeOrdered(earlier) || !canBeOrdered(later))
        return std::nullopt;
    const std::string &begins = *std::min_element(earlier.begin(), earlier.end());
    const std::string &ends = *std::max_element(later.begin(), later.end());
    if (begins.substr(0, dayShape.size()) <= ends.substr(0, dayShape.size()))
        return std::nullopt;
    return ReversedPeriods{begins, ends};
}

} // namespace oneinn
