// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columncandidates.h"

namespace oneinn::ingest {

/// The column that says what a row counts for. A name that means nothing else ("sample_weight") is
/// taken; a bare "weight" only if its numbers are not like those of what is weighed on scales, and
/// then it is said. Some negative numbers set their rows aside; where most are, a person is asked.
ColumnChoice judgeWeight(const ColumnCandidates &candidates);

/// The column that says how many identical uses a record stands for: called count or n, whole
/// numbers, in a small table that looks summed up: no score and label stand together twice, and
/// most scores stand beside both labels. Taken so it is said; elsewhere such a column is a feature.
ColumnChoice judgeCount(const ColumnCandidates &candidates, std::size_t label, std::size_t score);

} // namespace oneinn::ingest
