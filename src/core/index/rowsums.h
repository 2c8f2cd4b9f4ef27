// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/index/scoreorder.h"
#include "core/index/vectorpath.h"
#include "core/metrics/operatingcounts.h"

#include <array>

namespace oneinn {

/// Ranks by latency, as ScoreOrder::latencyKeys has them: those from `begin` up to before `end`.
struct RankRange {
    std::int32_t begin = 0;
    std::int32_t end = 0;

    static constexpr std::int32_t keyOf(std::size_t rank)
    {
        return static_cast<std::int32_t>(rank << 1U);
    }
};

/// Summed weights by class.
struct ClassWeights {
    double positive = 0.0;
    double negative = 0.0;

    bool any() const { return positive > 0.0 || negative > 0.0; }
};

/// The same with rows and squares.
struct ClassTallies {
    Tally positive;
    Tally negative;
};

/// Rows at positions [begin, end) whose rank is in range: a plain pass over these few.
ClassWeights weightsBetween(const ScoreOrder &order, const RankRange &ranks, std::size_t begin,
                            std::size_t end, VectorPath path = widestPath());
ClassTallies talliesBetween(const ScoreOrder &order, const RankRange &ranks, std::size_t begin,
                            std::size_t end, VectorPath path = widestPath());
/// The same for each stratum on its own.
std::array<ClassWeights, mostStrata> strataBetween(const ScoreOrder &order, const RankRange &ranks,
                                                   std::size_t begin, std::size_t end);

} // namespace oneinn
