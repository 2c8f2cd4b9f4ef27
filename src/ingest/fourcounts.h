// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columnprofile.h"

namespace oneinn::ingest {

/// Whether a table is no list of predictions but counts them, two by two: two words, and behind
/// each two whole numbers, in columns that are called after the same two words or beside one
/// without a name.
bool holdsFourCounts(const TableProfile &table);

} // namespace oneinn::ingest
