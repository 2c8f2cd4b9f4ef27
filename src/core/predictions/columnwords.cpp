// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/columnwords.h"

#include <algorithm>
#include <array>

namespace oneinn {

namespace {

bool isCapital(char c)
{
    return c >= 'A' && c <= 'Z';
}

bool isOfWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || isCapital(c);
}

} // namespace

std::vector<std::string> wordsOf(std::string_view name)
{
    std::vector<std::string> words(1);
    char before = '\0';
    for (const char c : name) {
        const bool startsWord = isCapital(c) && isOfWord(before) && !isCapital(before);
        if ((startsWord || !isOfWord(c)) && !words.back().empty())
            words.emplace_back();
        if (isOfWord(c))
            words.back().push_back(isCapital(c) ? static_cast<char>(c - 'A' + 'a') : c);
        before = c;
    }
    if (words.back().empty())
        words.pop_back();
    return words;
}

bool namesARelease(std::string_view name)
{
    constexpr std::array<std::string_view, 6> releases{"version",    "release",  "build",
                                                       "deployment", "revision", "checkpoint"};
    return std::ranges::any_of(wordsOf(name), [&](const std::string &word) {
        return std::ranges::find(releases, word) != releases.end();
    });
}

} // namespace oneinn
