// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columnmapping.h"
#include "ingest/columnprofile.h"

#include <vector>

namespace oneinn::ingest {

/// What is to be said of how the chosen columns are written, in the order score, latency, weight.
std::vector<ReadingNote> readingNotes(const TableProfile &table, const ResolvedMapping &mapping);

} // namespace oneinn::ingest
