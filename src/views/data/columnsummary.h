// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columnmapping.h"

#include <QString>

namespace oneinn {

/// Which column plays which part, one line each, with why where it was guessed.
QString columnSummary(const ingest::ResolvedMapping &mapping);

/// What says that a call failed: "latency_ms is -1", "error says so"; one or more.
QString failedCellsText(const std::vector<ingest::FailedCells> &cells);

/// Why a column was taken: "given", "by its name", ...
QString reasonText(ingest::GuessReason reason);

} // namespace oneinn
