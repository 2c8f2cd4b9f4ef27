// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "practice/practicecard.h"
#include "report/answermaterial.h"

/// What answers the question of one card alone, out of the same material as its checklist; the
/// sentences that a card does not share with the others of its kind. One function a kind, by the
/// cards' numbers.
namespace oneinn {

QStringList designOpening(int number, const report::AnswerMaterial &material);
QStringList failureOpening(int number, const report::AnswerMaterial &material);
QStringList tradeoffOpening(int number, const report::AnswerMaterial &material);
QStringList executiveOpening(int number, const report::AnswerMaterial &material);
QStringList metricOpening(int number, const report::AnswerMaterial &material);

/// Of a card about data.
QStringList openingOf(CardKind kind, int number, const report::AnswerMaterial &material);

/// "The feature raises alerts in 3 of 100 payments."; empty where that is not known.
QString actsSaid(const report::AnswerMaterial &material);

/// "Between 13 and 20 of 100 alerts raised are wrong.": what stands in a template's {place}, as a
/// sentence; empty where the data do not tell it.
QString placeSaid(const QString &place, const report::AnswerMaterial &material);

} // namespace oneinn
