// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictioncolumns.h"

#include <algorithm>
#include <string>

namespace oneinn {

/// The column that a condition is about: a segment, else that of the days. Null: neither is called
/// so.
inline const CategoryColumn *columnCalled(const std::vector<CategoryColumn> &segments,
                                          const std::optional<CategoryColumn> &day,
                                          const std::string &name)
{
    const auto found = std::ranges::find(segments, name, &CategoryColumn::name);
    if (found != segments.end())
        return &*found;
    return day && day->name == name ? &*day : nullptr;
}

} // namespace oneinn
