// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scenario.h"

#include <Eigen/Core>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Budgets of their own, moved by one dial: how long a wait is on the dial, and the way back.
namespace oneinn {

/// A wait whose budget is `of`, as it stands on a dial at `own`: as many times as long as it, and
/// in time on the dial where it is in time. Never falls as the wait rises; a time-out stays one.
/// Both budgets are finite, and > 0.
double waitOnDial(double wait, Milliseconds of, Milliseconds own);

/// The longest wait that is in time where the dial is, of what waitOnDial() moves: to the last
/// digit, so that whoever compares waits with it finds the same ones late. `dial` is finite.
Milliseconds budgetFromDial(Milliseconds dial, Milliseconds of, Milliseconds own);

/// Of those that are named, in their order, where the dial is. Empty without a budget: then nothing
/// is late anywhere.
std::vector<BudgetsBySegment::Own> budgetsNow(const UsesQuestion &question);

/// The budget that uses of a segment have where the dial is: its own, or the dial's.
Budget budgetOf(const UsesQuestion &question, const std::string &column, const std::string &value);

/// The same with one value's budget (finite, > 0) set where the dial (likewise) is; absent: it has
/// the dial's again. Absent where no value has one of its own any more. What was of another column
/// is gone.
std::optional<BudgetsBySegment> withBudget(const std::optional<BudgetsBySegment> &budgets,
                                           const std::string &column, const std::string &value,
                                           const std::optional<Milliseconds> &budget,
                                           Milliseconds dial);

/// Waits as they stand on the dial, and the budget of each where the dial is at `ownBudget`:
/// rows[i] of the predictions has wait[i]. As they are where the predictions lack the column.
struct WaitsOnDial {
    Eigen::ArrayXd wait;
    Eigen::ArrayXd budget;
};
WaitsOnDial waitsOnDial(const Predictions &predictions, const BudgetsBySegment &budgets,
                        const std::vector<std::uint32_t> &rows,
                        const Eigen::Ref<const Eigen::ArrayXd> &wait);

/// A copy in which the waits of a model's rows (absent: all rows) are those on the dial; everything
/// else is shared. Null where the predictions lack the column or latencies, or a budget is not
/// finite and > 0.
PredictionsPtr pacedPredictions(const Predictions &predictions,
                                const std::optional<std::string> &model,
                                const BudgetsBySegment &budgets);

} // namespace oneinn
