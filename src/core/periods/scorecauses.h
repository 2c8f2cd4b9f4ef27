// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/drop.h"
#include "core/periods/scoretable.h"

#include <optional>
#include <vector>

/// What would explain that scores and labels do not go together as in an earlier period.
namespace oneinn {

/// Scores and labels of two periods as a whole.
struct ScoresAndLabels {
    double usesBefore = 0.0; ///< effective ones
    double usesAfter = 0.0;
    /// Of the base rate alone: its finding, with its own p. Absent as change is.
    std::optional<DropFinding> baseRate = {};
    /// How they differ as a whole; absent where either period has too few uses, or good ones, to
    /// say anything.
    std::optional<ScoreChange> change = {};
};
ScoresAndLabels comparedScores(const PeriodUses &before, const PeriodUses &after,
                               Threshold threshold);

struct ScoreCauses {
    std::vector<DropFinding> found = {};
    std::optional<ScoreScale> scale = {}; ///< it is no more than another scale
};
/// Of periods that do differ. What leaves most of them as it would be by chance: a part without
/// which nothing is left of the change, another scale, or one change that explains all (another
/// base rate, another mix, another meaning); else a release that all of the later period is of;
/// else the base rate, or another mix, and a part, if these two do; else each that is to be seen.
ScoreCauses scoreCauses(const PeriodUses &before, const PeriodUses &after, Threshold threshold);

} // namespace oneinn
