// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/policies/pairedrows.h"
#include "core/policies/policy.h"
#include "core/scenario.h"

#include <optional>
#include <string>
#include <vector>

/// What a scenario does, as a policy over rows of several models, and the way back.
namespace oneinn {

/// The scenario's policy as it is at a threshold, on rows that have its models as columns. The
/// scenario's model must be among them, or be the only one (asserted). A fallback that the rows
/// lack shows nothing, and a combination that they lack is the scenario's model alone.
Policy policyOf(const UsesQuestion &scenario, Threshold threshold, const PairedRows &rows);

/// A scenario that does what a policy does: its model or models, threshold, budget and late
/// answers. What happens to late answers stays where there is no budget; where a policy of several
/// calls knows none, the scenario's stays, and late answers are waited for. `models` are the
/// policy's columns.
Scenario adopted(Scenario scenario, const Policy &policy, const std::vector<std::string> &models);

/// Models with a row among those that meet the scenario's conditions: its own first, then those
/// that it is combined with or falls back to. None where it selects none.
std::vector<std::string> comparableModels(const Predictions &predictions,
                                          const RowsQuestion &scenario);

/// The place of a model among those of some rows; absent where it is none of them.
std::optional<Eigen::Index> placeOf(const std::string &model,
                                    const std::vector<std::string> &models);
/// The column of the scenario's model, as in policyOf().
Eigen::Index ownModel(const RowsQuestion &scenario, const PairedRows &rows);
/// What is done about late answers, as far as the rows allow; without the budget.
Deadline lateDeadline(const RowsQuestion &scenario, const PairedRows &rows);
/// Of several calls; one model knows its own.
void setDeadline(Policy &policy, const Deadline &deadline);
/// The other model of a scenario's combination, and the one that answers late uses; null: none.
const std::string *otherName(const RowsQuestion &scenario);
const std::string *fallbackName(const RowsQuestion &scenario);

} // namespace oneinn
