// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/labels/labelsbyscore.h"

#include <algorithm>
#include <vector>

namespace oneinn {

std::optional<LabelsByScore> labelsByScore(const Predictions &predictions,
                                           const Selection &selection)
{
    if (!predictions.setAside())
        return std::nullopt;
    const std::vector<double> without = predictions.setAside()->unlabelledScores(selection);
    if (without.empty())
        return std::nullopt;
    std::vector<double> with;
    for (const std::uint32_t row : predictions.select(selection))
        with.push_back(predictions.score()[row]);
    std::vector<double> all = with;
    all.insert(all.end(), without.begin(), without.end());
    if (all.empty())
        return std::nullopt;
    const auto middle = all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2);
    std::nth_element(all.begin(), middle, all.end());
    const auto shownOf = [cut = *middle](const std::vector<double> &scores) {
        return static_cast<double>(
                std::ranges::count_if(scores, [cut](double score) { return score >= cut; }));
    };
    LabelsByScore found{{*middle}, {}};
    found.uses.shownLabelled = shownOf(with);
    found.uses.shownUses = found.uses.shownLabelled + shownOf(without);
    found.uses.silentLabelled = static_cast<double>(with.size()) - found.uses.shownLabelled;
    found.uses.silentUses = static_cast<double>(all.size()) - found.uses.shownUses;
    if (labelSelection(found.uses) == LabelSelection::NoSign)
        return std::nullopt;
    return found;
}

} // namespace oneinn
