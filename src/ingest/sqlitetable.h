// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/sourcetext.h"

#include <string_view>

namespace oneinn::ingest {

bool isSqlite(std::string_view bytes);

/// A table or view of an SQLite database: NULL is an empty cell, a number is written so that it
/// reads as the same one, binary data is empty and said. A record's line is its place in the table.
///
/// Nothing is written, nor locked, where the file is. What another program has not merged into it
/// yet, in the -wal or -journal beside it, is merged in a copy that only this user can read.
///
/// Problems: TableUnclear, TableMissing, TableBroken, TableWritten, NotEnoughMemory, Cancelled.
Result<Converted> fromSqlite(std::string_view bytes, const TableAsked &asked,
                             const JobControl &job);

} // namespace oneinn::ingest
