// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columncandidates.h"

namespace oneinn::ingest {

/// The column that says what a row counts for. A name that means nothing else ("sample_weight") is
/// taken; a bare "weight" only if its numbers are not like those of what is weighed on scales, and
/// then it is said. Some negative numbers set their rows aside; where most are, a person is asked.
ColumnChoice judgeWeight(const ColumnCandidates &candidates);

} // namespace oneinn::ingest
