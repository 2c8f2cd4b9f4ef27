// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace oneinn {

struct Selection;

/// Records that have a score and no label: none of the rows, but their scores tell for which uses
/// nobody looked what was so. All columns have the same length.
struct UnlabelledRows {
    struct Words {
        std::string name;
        std::vector<std::string> values;
        std::vector<std::uint32_t> codes; ///< places in `values`
    };
    std::vector<double> score; ///< as in Predictions: higher = more positive
    std::optional<Words> model;
    std::vector<Words> segments;

    /// Scores of those that a selection keeps.
    std::vector<double> scoresOf(const Selection &selection) const;
};

} // namespace oneinn
