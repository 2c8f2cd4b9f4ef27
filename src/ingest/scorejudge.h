// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columncandidates.h"
#include "ingest/labelvalues.h"

#include <optional>
#include <vector>

namespace oneinn::ingest {

/// A label that has been chosen, as the score is judged by it.
struct ChosenLabel {
    std::size_t column;
    const LabelValues &values;
    std::vector<LabelClass> classes; ///< of the sampled records
};

/// The column with the model's score: by its name, if it orders the label no worse than others that
/// could be one. Of two that make 1, the one whose name speaks of the positive value. A guess by
/// values alone needs a probability, or a person's word.
///
/// Absent where there is none; decisions: a column that holds the model's decisions only.
struct ScoreChoice {
    ColumnChoice choice;
    std::optional<std::size_t> decisions;
};
ScoreChoice judgeScore(const ColumnCandidates &candidates, const ChosenLabel &label);

/// The column with the predicted class, where the score is that class's probability: no score is
/// below one in two, and folded to the positive class it orders the label better. Never beside a
/// verdict on the answer ("correct"), which the score speaks of as it is.
ColumnChoice judgeDecision(const ColumnCandidates &candidates, const ChosenLabel &label,
                           std::size_t score);

/// What is said of the order of the score: that it is turned round, or says nothing. Absent: all
/// is well, or the sample is too small.
std::optional<RoleJudgement> judgeOrder(const std::vector<double> &numbers, bool lowerIsPositive,
                                        const ChosenLabel &label);

} // namespace oneinn::ingest
