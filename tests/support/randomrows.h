// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/naiveoracle.h"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace testsupport::naive {

/// Random rows of a kind, the same for the same seed on every machine.
/// Weights are multiples of 1/4, so that sums are exact, except in "uneven weights".
inline const std::vector<std::string> &kinds()
{
    static const std::vector<std::string> all{"distinct scores", "ties",         "weighted ties",
                                              "uneven weights",  "all positive", "all negative",
                                              "equal scores",    "late rows",    "all late",
                                              "one row",         "wide scores",  "zero weights"};
    return all;
}

inline Rows randomRows(const std::string &kind, std::uint32_t seed)
{
    std::mt19937 random(seed * 2654435761U + 1U);
    const auto below = [&random](std::uint32_t n) { return random() % n; };
    const auto is = [&kind](const char *name) { return kind == name; };
    Rows rows(is("one row") ? 1 : 2 + below(50));
    for (auto &row : rows) {
        row.positive = is("all positive") || (!is("all negative") && below(3) == 0);
        row.score = below(6) / 5.0;
        if (is("distinct scores"))
            row.score = random() / 4294967296.0;
        else if (is("equal scores"))
            row.score = 0.5;
        else if (is("wide scores"))
            row.score = (below(9) - 4.0) * 1e12 + below(3);
        if (is("weighted ties") || is("late rows"))
            row.weight = (1 + below(16)) / 4.0;
        else if (is("zero weights"))
            row.weight = below(2) / 4.0;
        else if (is("uneven weights"))
            row.weight = (1.0 + random()) / 1e9;
        row.late = is("all late") || (is("late rows") && below(3) == 0);
    }
    return rows;
}

} // namespace testsupport::naive
