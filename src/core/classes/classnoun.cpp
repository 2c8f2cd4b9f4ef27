// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/classes/classnoun.h"

#include <algorithm>
#include <cstddef>

namespace oneinn {

bool isClassNoun(const std::string &name)
{
    constexpr std::size_t shortest = 3;
    return name.size() >= shortest
            && std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || c == ' '; });
}

FeatureWords wordsAgainstRest(FeatureWords words, const std::string &taken,
                              const std::optional<std::string> &before)
{
    if (words.positive.empty() || words.positive == before)
        words.positive = isClassNoun(taken) ? taken : std::string();
    return words;
}

} // namespace oneinn
