// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/sourcetext.h"

#include <string_view>

namespace oneinn::ingest {

bool isParquet(std::string_view bytes);

/// The rows of a Parquet file: a field within a column is a column with a dotted name, a list is
/// written "[0.1, 0.9]", binary data is empty and said. A record's line is its place in the file.
///
/// Read by DuckDB, which runs with no file of its own, nor any extension, and is no part of the
/// program. Problems: FileBinary "Parquet" where it is not installed; TableMissing, TableBroken,
/// NotEnoughMemory, Cancelled.
Result<Converted> fromParquet(std::string_view bytes, const TableAsked &asked,
                              const JobControl &job);

} // namespace oneinn::ingest
