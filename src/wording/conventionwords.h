// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"
#include "core/conventions/tooltable.h"

#include <QString>
#include <QStringList>

#include <vector>

/// What other tools would print, and why it is another number than ours.
namespace oneinn::wording {

QString toolName(Tool tool);
/// "precision", "average precision (PR AUC)".
QString toolMetricName(ToolMetric metric);

/// In one sentence what is the same in all of them and what is not; then, where there is more than
/// one reason, each in a sentence of its own, with the tools and the numbers it holds for.
QStringList conventionSentences(const ToolTable &table);
/// What the marks in the table mean, as far as there are any; which scores a tool does not keep.
QStringList conventionNotes(const ToolTable &table);

/// Where low scores are positive: what the tools are given instead.
QString turnedScoresText(bool oneLess);

/// Where a budget, users who leave or a share of good ones of its own is set, which no tool knows:
/// what is missed by the tools and what by `beside`, such as "the column beside". Empty where
/// nothing is set, or it makes no difference.
QString unknownToToolsText(const ToolTable &table, const Assessment &assessment,
                           const QString &beside);

/// Where segments have thresholds of their own: what the tools are given.
QString decisionsForToolsText();

/// A heading and a line for each metric: its name, ours, and each tool's.
std::vector<QStringList> conventionLines(const ToolTable &table);

} // namespace oneinn::wording
