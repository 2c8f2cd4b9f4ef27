// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doubts/dayorder.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

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

/// Larger for later; not how many days lie between.
std::int64_t dated(std::int64_t year, std::int64_t month, std::int64_t day)
{
    constexpr std::int64_t more = 100; // than there are days or months
    return (year * more + month) * more + day;
}

DayNumber yearFirst(std::string_view text)
{
    const auto dashed = threeNumbers(text, '-');
    const auto parts = dashed ? dashed : threeNumbers(text, '/');
    constexpr std::int64_t earliest = 1000;
    return parts && (*parts)[0] >= earliest
            ? DayNumber(dated((*parts)[0], (*parts)[1], (*parts)[2]))
            : std::nullopt;
}

DayNumber dayFirst(std::string_view text)
{
    const auto parts = threeNumbers(text, '.');
    return parts ? DayNumber(dated((*parts)[2], (*parts)[1], (*parts)[0])) : std::nullopt;
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

std::optional<std::vector<std::optional<std::uint32_t>>> dayOrder(
        const std::vector<std::string> &days)
{
    for (const auto form : {&yearFirst, &dayFirst, &counted}) {
        const std::vector<DayNumber> numbers = numbersOf(days, form);
        if (numbers.empty())
            continue;
        std::vector<std::int64_t> sorted;
        for (const DayNumber &number : numbers) {
            if (number)
                sorted.push_back(*number);
        }
        std::sort(sorted.begin(), sorted.end());
        sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
        std::vector<std::optional<std::uint32_t>> order;
        order.reserve(numbers.size());
        for (const DayNumber &number : numbers)
            order.push_back(number ? std::optional(static_cast<std::uint32_t>(
                                    std::lower_bound(sorted.begin(), sorted.end(), *number)
                                    - sorted.begin()))
                                   : std::nullopt);
        return order;
    }
    return std::nullopt;
}

} // namespace oneinn
