// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"
#include "core/assessment.h"

#include <QStringList>

namespace oneinn::cli {

/// The answer in sentences.
QStringList answerSentences(const Assessment &assessment, const Input &input);

/// What a person reads in a terminal: the sentences, a table of the metrics with their intervals,
/// the matrix, and what became of the records.
QString answerText(const Assessment &assessment, const Input &input);

/// Metrics and intervals under one another, "-" where undefined.
QString metricsTableText(const Assessment &assessment);

} // namespace oneinn::cli
