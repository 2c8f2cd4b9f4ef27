// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/rowaccount.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace oneinn {

struct Selection;

/// Records that were set aside for want of a label or a score: none of the rows, but of a period or
/// a group they tell how many of its uses are not known, and which. All columns have the same
/// length.
struct SetAsideRows {
    struct Words {
        std::string name;
        std::vector<std::string> values;
        std::vector<std::uint32_t> codes; ///< places in `values`
    };
    std::vector<SetAsideReason> reason; ///< LabelMissing to ScoreInvalid
    /// As in Predictions: higher = more positive. NaN where it has none that could be used, and
    /// where the call brought no answer.
    std::vector<double> score;
    std::optional<Words> model;
    std::optional<Words> day;
    std::vector<Words> segments;

    /// Scores of those without a label that a selection keeps.
    std::vector<double> unlabelledScores(const Selection &selection) const;
    /// So many of them for this reason.
    std::size_t count(SetAsideReason why, const Selection &selection) const;
    /// Those of the places alone.
    SetAsideRows kept(const std::vector<std::size_t> &places) const;

private:
    std::vector<std::size_t> placesOf(const Selection &selection) const;
};

} // namespace oneinn
