// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/classes/classnoun.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>

namespace oneinn {

namespace {

/// What classes are often called that says how something is, and has no plural. Sorted.
constexpr std::array<std::string_view, 49> adjectives{
        "abnormal",  "active",    "allowed",  "bad",       "benign",  "blocked",   "closed",
        "correct",   "critical",  "false",    "fast",      "genuine", "good",      "healthy",
        "high",      "important", "inactive", "incorrect", "invalid", "large",     "low",
        "malignant", "medium",    "mid",      "middle",    "mild",    "mixed",     "moderate",
        "negative",  "neutral",   "normal",   "open",      "other",   "positive",  "real",
        "right",     "safe",      "severe",   "sick",      "slow",    "small",     "toxic",
        "true",      "unknown",   "unsafe",   "urgent",    "valid",   "very high", "very low"};
static_assert(std::ranges::is_sorted(adjectives));

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
    if (std::ranges::binary_search(adjectives, name))
        return false;
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
