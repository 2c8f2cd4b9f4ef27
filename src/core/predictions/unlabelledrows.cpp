// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/unlabelledrows.h"

#include "core/predictions/predictions.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace oneinn {

namespace {

using WordsOf = UnlabelledRows::Words;
/// What a row must have; absent where no row can.
using WantedWords = std::optional<std::vector<std::pair<const WordsOf *, std::uint32_t>>>;

void want(WantedWords &wanted, const WordsOf *words, const std::string &value)
{
    if (!wanted)
        return;
    if (!words)
        return wanted.reset();
    const auto found = std::ranges::find(words->values, value);
    if (found == words->values.end())
        return wanted.reset();
    wanted->emplace_back(words, static_cast<std::uint32_t>(found - words->values.begin()));
}

} // namespace

std::vector<double> UnlabelledRows::scoresOf(const Selection &selection) const
{
    WantedWords wanted(std::in_place);
    if (selection.model)
        want(wanted, model ? &*model : nullptr, *selection.model);
    for (const Selection::Where &where : selection.where) {
        const auto segment = std::ranges::find(segments, where.column, &Words::name);
        want(wanted, segment == segments.end() ? nullptr : &*segment, where.value);
    }
    std::vector<double> kept;
    for (std::size_t row = 0; wanted && row < score.size(); ++row) {
        const bool isKept = std::ranges::all_of(
                *wanted, [row](const auto &each) { return each.first->codes[row] == each.second; });
        if (isKept)
            kept.push_back(score[row]);
    }
    return kept;
}

} // namespace oneinn
