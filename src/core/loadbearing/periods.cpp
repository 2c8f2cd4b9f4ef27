// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/periods.h"

#include "core/doubts/dayorder.h"
#include "core/eigenindex.h"

#include <algorithm>
#include <map>
#include <optional>

namespace oneinn {

namespace {

constexpr std::int64_t daysAWeek = 7;

std::int64_t flooredWeek(std::int64_t day)
{
    return (day >= 0 ? day : day - daysAWeek + 1) / daysAWeek;
}

/// What is taken from a day's number so that weeks begin where it is a multiple of seven.
std::int64_t startOf(const DayNumbers &days)
{
    constexpr std::int64_t firstMonday = 4; // 1970-01-05
    if (days.areDates)
        return firstMonday;
    std::optional<std::int64_t> first;
    for (const auto &number : days.number) {
        if (number)
            first = std::min(first.value_or(*number), *number);
    }
    return first.value_or(0);
}

} // namespace

UsePeriods usePeriods(const CategoryColumn &day, const std::vector<std::uint32_t> &rows,
                      PeriodKind kind)
{
    UsePeriods result{.kind = kind, .of = {}};
    const auto days = dayNumbers(day.values);
    if (!days || rows.empty())
        return result;
    const std::int64_t start = startOf(*days);
    std::map<std::int64_t, std::uint32_t> codeOf;
    std::map<std::int64_t, std::uint32_t> seenDays;
    result.of = CodeColumn::Constant(eigenIndex(rows.size()), UsePeriods::never);
    for (std::size_t use = 0; use < rows.size(); ++use) {
        const auto &number = days->number[day.codes[rows[use]]];
        if (!number)
            continue;
        const std::int64_t period =
                kind == PeriodKind::Days ? *number : flooredWeek(*number - start);
        const auto next = static_cast<std::uint32_t>(codeOf.size());
        result.of[eigenIndex(use)] = codeOf.try_emplace(period, next).first->second;
        seenDays.try_emplace(*number, 0U);
    }
    result.count = codeOf.size();
    result.days = seenDays.size();
    return result;
}

} // namespace oneinn
