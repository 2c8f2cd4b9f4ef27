// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/policies/candidates.h"
#include "core/policies/useoutcomes.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

/// What policies do to uses that had no say in choosing them: thresholds, pairs of models and
/// bounds are chosen anew on the other uses, as candidatesOf() chooses them (cross-validation,
/// Stone 1974). What was chosen and judged on the same uses looks better than it is.
namespace oneinn {

struct HeldOutTerms {
    std::vector<double> costPerCall; ///< by model
    Budget budget;                   ///< beyond which a use is late
};

/// In so many parts uses are parted: more where that takes little time, as more are left to choose
/// from.
std::size_t heldOutParts(const PairedRows &rows);

/// By id of a candidate what it does to each use; a use for which nothing of that id was found
/// among the others ends as it does now, so that it speaks neither for nor against it. Uses of one
/// user are held out together; where no users are told those of a day. Deterministic. Absent where
/// there are fewer than fewestThatDiffer users to part, and when stopped.
std::optional<std::map<std::string, UseOutcomes>> heldOutOutcomes(const PairedRows &rows,
                                                                  const UseOutcomes &now,
                                                                  const PoliciesQuestion &question,
                                                                  const HeldOutTerms &terms,
                                                                  const JobControl &job = {});

} // namespace oneinn
