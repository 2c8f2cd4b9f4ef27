// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"
#include "ingest/groupedsql.h"
#include "ingest/sqldialect.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace oneinn::ingest {

enum class DatabaseKind : std::uint8_t { PostgreSql, Odbc, Sqlite };

/// Which rows of which database, and how they are read. There is no place for a password in it: it
/// may be saved, shown and handed on.
struct DatabaseAddress {
    DatabaseKind kind = DatabaseKind::PostgreSql;
    std::string user = {}; ///< "": as the driver has it
    std::string host = {}; ///< "": this computer
    std::optional<std::uint16_t> port = {};
    std::string database = {}; ///< of ODBC: a data source's name, or a whole connection string;
    ///< of SQLite: the path of a file, from the root on
    std::string table = {};                 ///< a dot parts schema and table; "": its only one
    std::string query = {};                 ///< in place of a table
    std::optional<SqlDialect> dialect = {}; ///< absent: as the kind has it
    /// The table is counted where it lies, and its counts are what is read; absent: its rows are.
    /// Table and dialect stand above, and not in here.
    std::optional<GroupedSql> counted = {};

    SqlDialect spoken() const;
};

/// KIND://[USER@][HOST[:PORT]]/DATABASE[?table=NAME|query=SQL][&dialect=D], the parts
/// percent-encoded; what is counted follows as [&label=C&score=C][&latency=C]..., the options of
/// `one-in-n-cli sql` without their dashes. KIND: postgresql (or postgres), odbc, sqlite.
///
/// Problems: DatabaseAddressWrong.
Result<DatabaseAddress> databaseAddress(std::string_view text);

/// Reads as the same address.
std::string addressText(const DatabaseAddress &address);
/// The same without tables and what is counted: what there is one password for.
std::string serverText(const DatabaseAddress &address);

} // namespace oneinn::ingest
