// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/policies/scenariorows.h"
#include "core/problem.h"
#include "core/questions.h"
#include "core/valueplane.h"

#include <optional>
#include <vector>

namespace oneinn {

/// The point of both dials worth most among those that keep every limit, by the rule of the promise
/// (recommendedSetting()), over the searched budgets and every threshold there is. Absent where
/// none keeps them. Of budgets worth the same the one that valuePlane() would take.
///
/// What is surely kept is sought (surelyKept()) only at budgets where what is plainly kept is worth
/// as much as what was found, so that mostly few are. Two passes over the rows for each budget. The
/// question must fit the rows and have a limit (asserted). Problem: Cancelled when stopped.
Result<std::optional<BestPoint>> bestWithin(const ScenarioRows &rows,
                                            const BestWithinQuestion &question,
                                            const std::vector<Budget> &searched,
                                            const JobControl &job = {});

} // namespace oneinn
