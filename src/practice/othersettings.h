// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/policies/scenariorows.h"
#include "report/answermaterial.h"

#include <QString>

#include <optional>

/// The same product at another threshold than its own, for what a card asks about. Worked out anew;
/// absent where that would be waited for, and where the rows at hand are not all of the scenario
/// (several calls combined, a mix of traffic).
namespace oneinn {

/// More rows, and nothing is worked out anew while a card is drawn.
inline constexpr std::size_t mostRowsTriedAnew = 1000000;

/// The rows to try settings on; null as said above.
ScenarioRows::Ptr rowsAtHand(const report::AnswerMaterial &material);
std::optional<Assessment> atThreshold(const report::AnswerMaterial &material, Threshold threshold);
/// The most valuable threshold at which at most half as many of those shown are wrong. Absent also
/// where there is none, and where what is wrong or missed there cannot be told.
std::optional<Assessment> withHalfTheWrong(const report::AnswerMaterial &material);
/// The same of the positives that are missed.
std::optional<Assessment> withHalfTheMissed(const report::AnswerMaterial &material);
/// Where every score is shown.
std::optional<Assessment> showingAll(const report::AnswerMaterial &material);

/// "from a score of about 0.12 up", in the file's own direction.
QString fromScore(const Assessment &other, const report::AnswerMaterial &material);
/// "it is worth +700 per 1,000 uses instead of +919"; empty where it is the same, and where
/// nobody said what anything is worth.
QString worthInstead(const Assessment &other, const report::AnswerMaterial &material);

/// The same material about another assessment of the same rows.
report::AnswerMaterial materialOf(const Assessment &other, const report::AnswerMaterial &material);

} // namespace oneinn
