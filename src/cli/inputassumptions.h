// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/input.h"
#include "core/waits/twowaits.h"

#include <optional>

namespace oneinn::cli {

/// Of an answer that comes in pieces (--first-token-budget); absent where one budget alone is set.
std::optional<WaitBudgets> budgetsOf(const Options &options);

/// Why the column of --gold is no second label of this file; absent: it is one, or none is asked.
std::optional<Unusable> goldProblem(const Options &options, const ingest::LoadedFile &file);

/// Judges waits by two budgets (--first-token-budget), takes rows for alike or not (--interval,
/// --cluster) and recalibrates scores (--recalibrate) as was asked for, and adds what is assumed by
/// that, as sentences. Else what cannot be had of this file.
std::optional<Unusable> assumedOfRows(const Options &options, ingest::LoadedFile &file,
                                      QStringList &assumptions);

} // namespace oneinn::cli
