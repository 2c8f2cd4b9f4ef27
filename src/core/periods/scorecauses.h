// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/drop.h"

#include <optional>
#include <vector>

/// What would explain that scores and labels do not go together as in an earlier period.
namespace oneinn {

/// Scores and labels of two periods as a whole.
struct ScoresAndLabels {
    double usesBefore = 0.0; ///< effective ones
    double usesAfter = 0.0;
    /// That they differ by chance alone; absent where either period has too few uses, or good
    /// ones, to say anything.
    std::optional<double> p = {};
};
ScoresAndLabels comparedScores(const PeriodUses &before, const PeriodUses &after,
                               Threshold threshold);

struct ScoreCauses {
    std::vector<DropFinding> found = {};
    std::optional<ScoreScale> scale = {}; ///< it is no more than another scale
};
/// Of periods that do differ. A part without which nothing is left of the change; else one change
/// that explains all, the one that does best: another base rate, another mix, another meaning;
/// else a release that all of the later period is of, or another scale; else the base rate and a
/// part, if these two do; else each that is to be seen.
ScoreCauses scoreCauses(const PeriodUses &before, const PeriodUses &after, Threshold threshold);

} // namespace oneinn
