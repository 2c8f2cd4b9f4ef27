// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/timecolumn.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace oneinn {

namespace {

constexpr std::size_t mostTimesRead = 50;

bool isAsciiLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isTimeWord(std::string word)
{
    constexpr std::array<std::string_view, 9> words{"day",  "date", "week", "month",    "quarter",
                                                    "year", "hour", "time", "timestamp"};
    std::ranges::transform(word, word.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    if (word.size() > 1 && word.back() == 's')
        word.pop_back();
    return std::ranges::find(words, word) != words.end();
}

bool namesATime(const std::string &name)
{
    for (auto begin = name.begin(); begin != name.end();) {
        begin = std::find_if(begin, name.end(), isAsciiLetter);
        const auto end = std::find_if_not(begin, name.end(), isAsciiLetter);
        if (isTimeWord({begin, end}))
            return true;
        begin = end;
    }
    return false;
}

/// 9 stands for a digit: "9999-99" begins 2026-03-01, "99:99" is 09:30.
bool hasShape(std::string_view text, std::string_view shape)
{
    return text.size() >= shape.size()
            && std::equal(shape.begin(), shape.end(), text.begin(), [](char wanted, char c) {
                   return wanted == '9' ? c >= '0' && c <= '9' : c == wanted;
               });
}

bool isTime(const std::string &value)
{
    constexpr std::array<std::string_view, 11> shapes{"9999-99",  "9999-9-", "9999/99",  "9999/9/",
                                                      "99.99.99", "9.99.99", "99/99/99", "9/99/99",
                                                      "9/9/99",   "99:99",   "9:99"};
    return std::ranges::any_of(shapes,
                               [&value](std::string_view shape) { return hasShape(value, shape); });
}

} // namespace

bool tellsTime(const CategoryColumn &column)
{
    if (namesATime(column.name))
        return true;
    const auto read = std::min(column.values.size(), mostTimesRead);
    std::size_t times = 0;
    for (std::size_t at = 0; at < read; ++at) {
        if (column.values[at].empty())
            continue;
        if (!isTime(column.values[at]))
            return false;
        ++times;
    }
    return times > 0;
}

} // namespace oneinn
