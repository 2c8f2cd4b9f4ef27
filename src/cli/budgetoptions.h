// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/json.h"
#include "cli/optionreader.h"
#include "cli/options.h"

/// --budget-by: segments with latency budgets of their own.
namespace oneinn::cli {

/// Those that take --threshold-by and ask for latencies.
bool takesOwnBudgets(Command command);
/// Why another command does not, and what to do instead.
QString noOwnBudgetsText(Command command);
OptionEntry budgetByEntry();
void readOwnBudgets(OptionReader &reader, Options &options);

/// "COLUMN:A=300,B=800": as --threshold-by, in milliseconds; each finite and > 0.
std::optional<BudgetsBySegment> budgetsNamed(const QString &text);

/// What is wrong with those that are asked for, now that the file is known.
std::optional<QString> ownBudgetsProblem(const Options &options, const Predictions &predictions);

/// {"column", "values": [{"value", "budget_ms"}], "others_ms"}; null: one for all, or none.
Json ownBudgetsJson(const UsesQuestion &question);

} // namespace oneinn::cli
