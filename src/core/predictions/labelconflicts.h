// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"

#include <cstddef>
#include <string>
#include <vector>

namespace oneinn {

/// Examples that are good under one model and bad under another: they cannot be compared, and one
/// of the labels is wrong.
struct LabelConflicts {
    static constexpr std::size_t mostNamed = 3;

    std::size_t examples = 0;       ///< that have two labels
    std::size_t of = 0;             ///< that have more than one row
    std::vector<std::string> names; ///< of the first, at most mostNamed
};

/// None where there are no models or no example ids. Rows of an empty id are no example.
LabelConflicts labelConflicts(const Predictions &predictions);

} // namespace oneinn
