// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"

#include <cstddef>
#include <cstdint>
#include <vector>

/// Weeks or days, to see how much they differ.
namespace oneinn {

enum class PeriodKind : std::uint8_t { Weeks, Days };

/// Fewer do not tell how they differ.
inline constexpr std::size_t fewestPeriods = 8;

/// When uses were, in periods of one kind.
struct UsePeriods {
    PeriodKind kind = PeriodKind::Weeks;
    CodeColumn of;         ///< by use, from 0 without gaps; empty where the file tells no days
    std::size_t count = 0; ///< periods with a use
    std::size_t days = 0;  ///< days with a use

    static constexpr std::uint32_t never = 0xffffffffU; ///< of a use whose day is not told
};

/// rows: of each use. Weeks begin on Mondays, or where days are only counted with the first of
/// them. Without periods where days cannot be put in order: see dayOrder().
UsePeriods usePeriods(const CategoryColumn &day, const std::vector<std::uint32_t> &rows,
                      PeriodKind kind);

} // namespace oneinn
