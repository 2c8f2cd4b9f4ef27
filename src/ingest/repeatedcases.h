// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columnmapping.h"
#include "ingest/columnprofile.h"

#include <optional>

namespace oneinn::ingest {

/// A column that nobody has named and whose records look like cases that were asked again: those of
/// one value all have one label, though scores differ, and chance would hardly make them agree.
/// Absent where an example, a user or several models say already which records belong together.
std::optional<ReadingNote> repeatedCases(const TableProfile &table, const ResolvedMapping &mapping);

} // namespace oneinn::ingest
