// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rolejudgement.h"
#include "ingest/columncandidates.h"
#include "ingest/columnmapping.h"
#include "ingest/scorejudge.h"

#include <optional>
#include <string>
#include <vector>

/// Tables in which every record holds the scores of several models side by side.
namespace oneinn::ingest {

struct WideChoice {
    std::vector<WideModel> models; ///< two or more, in the file's order; or none
    std::optional<RoleJudgement> judgement;
};

/// Columns called alike but for one part of their names, each of which orders the label as a score
/// does: "rf_proba" and "xgb_proba". Not those that sum to 1 or name one of the label's values,
/// which are classes of one model, and none where a column says which model a record is of. Each
/// needs a wait of its own, the latency whose name has the same part: without, such columns are as
/// often features, or steps in the making of one score, and it is asked which is the score.
WideChoice judgeWideModels(const ColumnCandidates &candidates, const ChosenLabel &label);

/// Columns that a person says are scores of several models: named by what their names do not
/// share, with their waits by name.
std::vector<WideModel> wideModelsOf(const ColumnCandidates &candidates,
                                    const std::vector<std::string> &scores);

std::vector<std::string> scoresOf(const std::vector<WideModel> &models);
/// All that belong to the models: their scores, then the waits that they have.
std::vector<std::string> columnsOf(const std::vector<WideModel> &models);
/// Of the first model that has one; "" where none has.
std::string firstWaitOf(const std::vector<WideModel> &models);

} // namespace oneinn::ingest
