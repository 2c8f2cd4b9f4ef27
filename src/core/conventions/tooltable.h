// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/conventions/toolcells.h"
#include "core/conventions/toolrules.h"
#include "core/metrics/thresholdsweep.h"
#include "core/units.h"

#include <array>
#include <cstddef>
#include <optional>

/// What each tool would print for one file and threshold, by its documented rules.
namespace oneinn {

/// The scores of a selection, high ones positive.
struct ConventionRows {
    ThresholdSweep weighted; ///< each row with its weight
    ThresholdSweep plain;    ///< each row once
    bool hasWeights = false;
};

using OurValues = std::array<std::optional<double>, toolMetricCount>;
using ToolCells = std::array<ToolCell, toolMetricCount>;

struct ToolTable {
    OurValues ours; ///< absent: undefined, or (log loss) not told by us
    std::array<ToolCells, toolCount> tools;
    std::size_t distinctScores = 0;
    double tied = 0.0;                  ///< rows with a score of exactly the threshold
    std::optional<double> nearestScore; ///< to the threshold, of two the higher
    bool probabilities = false;         ///< every score lies in [0, 1]

    const ToolCell &at(Tool tool, ToolMetric metric) const
    {
        return tools[static_cast<std::size_t>(tool)][static_cast<std::size_t>(metric)];
    }
    const std::optional<double> &our(ToolMetric metric) const
    {
        return ours[static_cast<std::size_t>(metric)];
    }
};

/// Numbers differ if they do by more than this: what is left is rounding.
inline constexpr double toolTolerance = 1e-9;

/// bestF1: the threshold that we find best by F1; absent where there is none. There must be a row
/// (asserted). Computed in double precision; torchmetrics has single precision by default.
ToolTable toolTable(const ConventionRows &rows, Threshold threshold,
                    const std::optional<Threshold> &bestF1);

} // namespace oneinn
