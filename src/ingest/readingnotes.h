// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columnmapping.h"
#include "ingest/columnprofile.h"

#include <vector>

namespace oneinn::ingest {

/// Whether rows were counted by bins of their score, each told by where it begins, and a threshold
/// there decides all of it alike: not where lower scores are positive.
bool isCountedByBins(const ResolvedMapping &mapping);

/// What is to be said of how the chosen columns are written, in the order score, latency, weight.
std::vector<ReadingNote> readingNotes(const TableProfile &table, const ResolvedMapping &mapping);

} // namespace oneinn::ingest
