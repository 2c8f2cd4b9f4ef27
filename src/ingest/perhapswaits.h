// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/readingnote.h"
#include "ingest/columncandidates.h"

#include <optional>
#include <string>
#include <vector>

namespace oneinn::ingest {

/// Which of these columns may hold waits, where no column is known to: positive numbers, many of
/// them and skewed to the right, under a name that says nothing else. Absent if there are none, or
/// more than three: a table of features.
std::optional<ReadingNote> perhapsWaits(const ColumnCandidates &candidates,
                                        const std::vector<std::string> &columns);

} // namespace oneinn::ingest
