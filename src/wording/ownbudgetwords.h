// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scenario.h"

#include <QString>

/// Segments with latency budgets of their own.
namespace oneinn::wording {

/// In a sentence: "each channel has a budget of its own: app 300 ms, web 800 ms; any other 500 ms",
/// where the dial is. Empty where there is one for all, or none.
QString ownBudgetsPhrase(const UsesQuestion &question);
/// "budgets by channel", as a part of a name; empty likewise.
QString ownBudgetsName(const UsesQuestion &question);
/// After "within" or "after": "500 ms", or "the budget of its channel" where each has its own.
QString budgetSaid(const UsesQuestion &question);

/// What keeps segments from having them in a table: it is by two columns, there are no latencies,
/// there is no budget that others would have, or they have them by another column.
QString oneColumnForBudgetsText();
QString noLatenciesForBudgetsText();
QString dialForBudgetsText();
QString otherBudgetsText(const BudgetsBySegment &budgets);
/// What the budget's dial does meanwhile.
QString ownBudgetsHint();
/// What the box does.
QString budgetByHandHint();

} // namespace oneinn::wording
