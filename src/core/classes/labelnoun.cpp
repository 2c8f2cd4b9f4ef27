// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/classes/labelnoun.h"

#include "core/classes/classnoun.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

namespace oneinn {

namespace {

constexpr std::size_t mostWords = 3;
constexpr std::size_t longestNoun = 24; ///< more is a sentence, and no word

/// Of which none says what it is that is so.
constexpr std::array<std::string_view, 41> emptyWords{
        "label",   "labels",   "labelled", "target", "truth",    "true",       "actual",
        "gold",    "ground",   "real",     "really", "class",    "outcome",    "result",
        "value",   "response", "flag",     "ind",    "y",        "t",          "is",
        "was",     "has",      "had",      "are",    "be",       "been",       "will",
        "did",     "does",     "correct",  "right",  "good",     "ok",         "positive",
        "verdict", "success",  "test",     "binary", "observed", "observation"};
constexpr std::array<std::string_view, 5> denials{"not", "no", "non", "un", "without"};
constexpr std::array<std::string_view, 7> yesWords{"1", "yes", "true", "y", "t", "1.0", "ja"};
/// Values that only say which of two it is.
constexpr std::array<std::string_view, 16> sideWords{
        "yes",  "no",      "true", "false", "positive", "negative",  "pos",   "neg",
        "good", "correct", "bad",  "right", "wrong",    "incorrect", "other", "none"};

template<std::size_t n>
bool isAmong(const std::array<std::string_view, n> &words, std::string_view word)
{
    return std::ranges::find(words, word) != words.end();
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string lowered(std::string text)
{
    std::ranges::transform(text, text.begin(), lower);
    return text;
}

/// "is_fraud", "isFraud": in lower case. Empty where something else than letters is in it.
std::vector<std::string> wordsIn(const std::string &name)
{
    std::vector<std::string> words(1);
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        const bool parts = c == '_' || c == ' ' || c == '-' || c == '.';
        const bool begins = i > 0 && c >= 'A' && c <= 'Z' && name[i - 1] >= 'a';
        if ((parts || begins) && !words.back().empty())
            words.emplace_back();
        if (parts)
            continue;
        if (!isLetter(c))
            return {};
        words.back() += lower(c);
    }
    return words;
}

std::string nounInName(const std::string &column)
{
    std::vector<std::string> words = wordsIn(column);
    if (std::ranges::any_of(words, [](const auto &word) { return isAmong(denials, word); }))
        return {};
    std::erase_if(words,
                  [](const auto &word) { return word.empty() || isAmong(emptyWords, word); });
    if (words.size() > mostWords)
        return {};
    std::string noun;
    for (const std::string &word : words)
        noun += (noun.empty() ? "" : " ") + word;
    return noun;
}

} // namespace

std::string labelNoun(const std::string &column, const std::string &positive)
{
    const std::string value = lowered(positive);
    std::string noun;
    if (isAmong(yesWords, value))
        noun = nounInName(column);
    else if (!isAmong(sideWords, value))
        noun = value;
    return isClassNoun(noun) && noun.size() <= longestNoun ? noun : std::string();
}

FeatureWords wordsOfLabel(FeatureWords words, const std::string &column,
                          const std::string &positive)
{
    const std::string noun = labelNoun(column, positive);
    if (noun.empty() || words != FeatureWords())
        return words;
    // "approved cases", "fraud cases": a plural of whatever kind of word it is.
    words.positive = noun + " case";
    words.raised = noun + " tag";
    words.verb = "give";
    return words;
}

} // namespace oneinn
