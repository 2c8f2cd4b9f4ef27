// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/setasiderows.h"

#include "core/predictions/predictions.h"

#include <algorithm>
#include <cmath>

namespace oneinn {

namespace {

using WordsOf = SetAsideRows::Words;

/// Which of a column's values are wanted, by code.
struct WantedWords {
    const WordsOf *words;
    std::vector<bool> wanted;
};

/// Absent where there is no such column.
std::optional<WantedWords> wantedIn(const WordsOf *words, const Selection::Where &where)
{
    if (!words)
        return std::nullopt;
    WantedWords found{words, {}};
    found.wanted.reserve(words->values.size());
    for (const std::string &value : words->values)
        found.wanted.push_back(where.admits(value));
    return found;
}

const WordsOf *named(const SetAsideRows &rows, const std::string &name)
{
    const auto segment = std::ranges::find(rows.segments, name, &WordsOf::name);
    if (segment != rows.segments.end())
        return &*segment;
    for (const auto *words : {&rows.model, &rows.day}) {
        if (*words && (*words)->name == name)
            return &**words;
    }
    return nullptr;
}

WordsOf keptWords(const WordsOf &words, const std::vector<std::size_t> &places)
{
    WordsOf kept{.name = words.name, .values = words.values, .codes = {}};
    for (const std::size_t place : places)
        kept.codes.push_back(words.codes[place]);
    return kept;
}

std::optional<WordsOf> keptWords(const std::optional<WordsOf> &words,
                                 const std::vector<std::size_t> &places)
{
    return words ? std::optional(keptWords(*words, places)) : std::nullopt;
}

} // namespace

std::vector<std::size_t> SetAsideRows::placesOf(const Selection &selection) const
{
    std::vector<std::optional<WantedWords>> wanted;
    if (selection.model)
        wanted.push_back(wantedIn(model ? &*model : nullptr, {{}, *selection.model}));
    for (const Selection::Where &where : selection.where)
        wanted.push_back(wantedIn(named(*this, where.column), where));
    std::vector<std::size_t> places;
    for (std::size_t place = 0; place < reason.size(); ++place) {
        const bool isKept = std::ranges::all_of(wanted, [place](const auto &each) {
            return each && each->wanted[each->words->codes[place]];
        });
        if (isKept)
            places.push_back(place);
    }
    return places;
}

std::vector<double> SetAsideRows::unlabelledScores(const Selection &selection) const
{
    std::vector<double> scores;
    for (const std::size_t place : placesOf(selection)) {
        if (reason[place] == SetAsideReason::LabelMissing && !std::isnan(score[place]))
            scores.push_back(score[place]);
    }
    return scores;
}

std::size_t SetAsideRows::count(SetAsideReason why, const Selection &selection) const
{
    const auto places = placesOf(selection);
    return static_cast<std::size_t>(
            std::ranges::count_if(places, [&](std::size_t place) { return reason[place] == why; }));
}

SetAsideRows SetAsideRows::kept(const std::vector<std::size_t> &places) const
{
    SetAsideRows few{.reason = {},
                     .score = {},
                     .model = keptWords(model, places),
                     .day = keptWords(day, places),
                     .segments = {}};
    for (const std::size_t place : places) {
        few.reason.push_back(reason[place]);
        few.score.push_back(score[place]);
    }
    for (const Words &segment : segments)
        few.segments.push_back(keptWords(segment, places));
    return few;
}

} // namespace oneinn
