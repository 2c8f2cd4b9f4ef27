// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/unlabelledrows.h"

#include "core/predictions/predictions.h"

#include <algorithm>
#include <cstddef>
#include <optional>

namespace oneinn {

namespace {

using WordsOf = UnlabelledRows::Words;

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

} // namespace

std::vector<double> UnlabelledRows::scoresOf(const Selection &selection) const
{
    std::vector<std::optional<WantedWords>> wanted;
    if (selection.model)
        wanted.push_back(wantedIn(model ? &*model : nullptr, {{}, *selection.model}));
    for (const Selection::Where &where : selection.where) {
        const auto segment = std::ranges::find(segments, where.column, &Words::name);
        wanted.push_back(wantedIn(segment == segments.end() ? nullptr : &*segment, where));
    }
    std::vector<double> kept;
    for (std::size_t row = 0; row < score.size(); ++row) {
        const bool isKept = std::ranges::all_of(wanted, [row](const auto &each) {
            return each && each->wanted[each->words->codes[row]];
        });
        if (isKept)
            kept.push_back(score[row]);
    }
    return kept;
}

} // namespace oneinn
