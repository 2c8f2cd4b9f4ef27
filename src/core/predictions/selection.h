// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace oneinn {

/// What to look at: one model, and rows whose segments have the given values.
struct Selection {
    enum class Match : std::uint8_t {
        Is,
        Before, ///< the value, which is not among them; of values that follow each other
        From    ///< the value itself, or later
    };
    struct Where {
        std::string column;
        std::string value;
        Match match = Match::Is;

        /// Whether a cell of the column meets it: never, where the two have no order between them.
        bool admits(std::string_view cell) const;
        friend bool operator==(const Where &, const Where &) = default;
    };
    std::optional<std::string> model = {}; ///< absent: every model's rows together
    std::vector<Where> where = {};         ///< all must hold

    friend bool operator==(const Selection &, const Selection &) = default;
};

} // namespace oneinn
