// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/policycomparison.h"
#include "core/job.h"
#include "core/policies/scenariorows.h"
#include "core/problem.h"
#include "core/questions.h"

namespace oneinn {

struct ThresholdDoubts;

/// What could be done instead of what a scenario does, whoever asks: candidatesOf() the rows'
/// source and comparePolicies(), where the best threshold looks too good by what thresholdDoubts()
/// says. The question must fit the rows (asserted). doubts: of the same rows and values, if they
/// are known already; else they are worked out. Problems: NothingUsable where candidatesOf() has
/// none, Cancelled when stopped.
Result<ComparedPolicies> comparedPolicies(const ScenarioRows &rows,
                                          const PoliciesQuestion &question,
                                          const JobControl &job = {},
                                          const ThresholdDoubts *doubts = nullptr);

} // namespace oneinn
