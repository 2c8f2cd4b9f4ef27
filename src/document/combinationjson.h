// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/combination.h"
#include "core/segmentbudgets.h"
#include "presets/jsonreader.h"

#include <QJsonObject>

#include <optional>

/// How models are combined, in a session: the key "combination", which is there only where they
/// are. docs/session-format.md says what each key means.
namespace oneinn {

void writeCombination(QJsonObject &json, const std::optional<Combination> &combination);
std::optional<Combination> readCombination(JsonReader &reader);

/// The same of latency budgets of their own: the key "budgets".
void writeBudgets(QJsonObject &json, const std::optional<BudgetsBySegment> &budgets);
std::optional<BudgetsBySegment> readBudgets(JsonReader &reader);

} // namespace oneinn
