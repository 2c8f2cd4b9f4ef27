// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/databaseaddress.h"

#include <string>
#include <vector>

/// What is asked of a database, as text.
namespace oneinn::databases {

/// What stands behind FROM: the table, the query or the counts, as "... AS source". Needs a table
/// or a query.
std::string sourceSql(const ingest::DatabaseAddress &address);

/// The names of its columns, without a row.
std::string namesSql(const ingest::DatabaseAddress &address);

/// All of its rows. As PostgreSQL writes them itself where it is one: every number with the digits
/// that it is read by again.
std::string rowsSql(const ingest::DatabaseAddress &address,
                    const std::vector<std::string> &columns);

/// PostgreSQL's own guess of how many rows come and how wide they are, as JSON.
std::string planSql(const ingest::DatabaseAddress &address);

/// Tables and views that may be read, of every schema but the system's: schema, name. PostgreSQL
/// alone; parts of a partitioned table are left out.
std::string tablesSql();

} // namespace oneinn::databases
