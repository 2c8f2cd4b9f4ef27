// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doubts/dayorder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <string_view>
#include <utility>

namespace oneinn {

namespace {

using DayNumber = std::optional<std::int64_t>;

DayNumber wholeNumber(std::string_view text)
{
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && !text.empty() && end == text.data() + text.size()
            ? DayNumber(number)
            : std::nullopt;
}

/// Three numbers with a separator between them.
std::optional<std::array<std::int64_t, 3>> threeNumbers(std::string_view text, char separator)
{
    std::array<std::int64_t, 3> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const auto end = i + 1 < numbers.size() ? text.find(separator) : text.size();
        const auto number =
                end == std::string_view::npos ? DayNumber() : wholeNumber(text.substr(0, end));
        if (!number || *number < 0)
            return std::nullopt;
        numbers[i] = *number;
        text.remove_prefix(std::min(text.size(), end + 1));
    }
    return numbers;
}

/// Absent of what is no day of the calendar.
DayNumber dated(std::int64_t year, std::int64_t month, std::int64_t day)
{
    constexpr std::int64_t latest = 9999;
    constexpr std::int64_t most = 31; // months and days are no more; larger ones would wrap round
    if (year > latest || month > most || day > most)
        return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(year)),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? DayNumber(std::chrono::sys_days(date).time_since_epoch().count())
                     : std::nullopt;
}

DayNumber yearFirst(std::string_view text)
{
    const auto dashed = threeNumbers(text, '-');
    const auto parts = dashed ? dashed : threeNumbers(text, '/');
    constexpr std::int64_t earliest = 1000;
    return parts && (*parts)[0] >= earliest ? dated((*parts)[0], (*parts)[1], (*parts)[2])
                                            : std::nullopt;
}

DayNumber dayFirst(std::string_view text)
{
    const auto parts = threeNumbers(text, '.');
    return parts ? dated((*parts)[2], (*parts)[1], (*parts)[0]) : std::nullopt;
}

DayNumber dayThenMonth(std::string_view text)
{
    const auto parts = threeNumbers(text, '/');
    return parts ? dated((*parts)[2], (*parts)[1], (*parts)[0]) : std::nullopt;
}

DayNumber monthThenDay(std::string_view text)
{
    const auto parts = threeNumbers(text, '/');
    return parts ? dated((*parts)[2], (*parts)[0], (*parts)[1]) : std::nullopt;
}

DayNumber counted(std::string_view text)
{
    constexpr std::string_view word = "day";
    if (text.starts_with(word))
        text.remove_prefix(word.size());
    if (text.starts_with(' '))
        text.remove_prefix(1);
    return wholeNumber(text);
}

/// Of every day in one form; of an empty one nothing. Empty where a day has another form.
std::vector<DayNumber> numbersOf(const std::vector<std::string> &days,
                                 DayNumber (*form)(std::string_view))
{
    std::vector<DayNumber> numbers;
    for (const std::string &day : days) {
        numbers.push_back(day.empty() ? std::nullopt : form(day));
        if (!day.empty() && !numbers.back())
            return {};
    }
    return numbers;
}

} // namespace

std::optional<DayNumbers> dayNumbers(const std::vector<std::string> &days)
{
    for (const auto form : {&yearFirst, &dayFirst, &counted}) {
        auto numbers = numbersOf(days, form);
        if (!numbers.empty())
            return DayNumbers{std::move(numbers), form != &counted};
    }
    // 03/04/2026 may be in March or in April; beside 03/25/2026 it is in March.
    auto byDay = numbersOf(days, &dayThenMonth);
    auto byMonth = numbersOf(days, &monthThenDay);
    if (byDay.empty() == byMonth.empty())
        return std::nullopt;
    return DayNumbers{std::move(byDay.empty() ? byMonth : byDay), true};
}

std::optional<std::vector<std::optional<std::uint32_t>>> dayOrder(
        const std::vector<std::string> &days)
{
    const auto numbers = dayNumbers(days);
    if (!numbers)
        return std::nullopt;
    std::vector<std::int64_t> sorted;
    for (const DayNumber &number : numbers->number) {
        if (number)
            sorted.push_back(*number);
    }
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    std::vector<std::optional<std::uint32_t>> order;
    order.reserve(numbers->number.size());
    for (const DayNumber &number : numbers->number)
        order.push_back(
                number ? std::optional(static_cast<std::uint32_t>(
                        std::lower_bound(sorted.begin(), sorted.end(), *number) - sorted.begin()))
                       : std::nullopt);
    return order;
}

} // namespace oneinn
