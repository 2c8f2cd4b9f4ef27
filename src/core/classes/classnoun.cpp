// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/classes/classnoun.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace oneinn {

namespace {

FeatureWords tagged(FeatureWords words, const std::string &name)
{
    if (!isClassNoun(name))
        return words;
    words.raised = name + " tag";
    words.positive = name;
    words.verb = "give";
    return words;
}

} // namespace

bool isClassNoun(const std::string &name)
{
    constexpr std::size_t shortest = 3;
    return name.size() >= shortest
            && std::ranges::all_of(name, [](char c) { return (c >= 'a' && c <= 'z') || c == ' '; });
}

FeatureWords wordsAgainstRest(FeatureWords words, const std::string &taken,
                              const std::optional<std::string> &before)
{
    const FeatureWords nobodys;
    const FeatureWords now = before ? tagged(nobodys, *before) : nobodys;
    const bool areOwn =
            words.raised != now.raised || words.positive != now.positive || words.verb != now.verb;
    if (areOwn)
        return words;
    words.raised = nobodys.raised;
    words.positive = nobodys.positive;
    words.verb = nobodys.verb;
    return tagged(std::move(words), taken);
}

} // namespace oneinn
