// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/problem.h"
#include "ingest/databaseaddress.h"

#include <optional>
#include <string>
#include <vector>

namespace oneinn::databases {

class Connection;

/// How much reading would move, by the database's own guess.
struct Planned {
    double rows = 0.0;
    double bytes = 0.0;
};

/// What there is at an address, before anything is read.
struct Look {
    std::vector<std::string> tables;
    std::vector<std::string> columns; ///< of the table or query named; empty where none is
    std::optional<Planned> rows;      ///< of all of it; absent where the database does not guess
};

/// Problems: those of Connection; TableMissing, Cancelled.
Result<Look> lookAt(const ingest::DatabaseAddress &address, const JobControl &job);

/// At most so many rows that counts may have, bins that no row is in included: what moves in place
/// of the rows. Without segments and models, whose values nobody knows here.
double mostCountedRows(const ingest::GroupedSql &counted);

/// For those who have a connection; PostgreSQL alone.
std::optional<Planned> plannedRows(Connection &connection, const ingest::DatabaseAddress &address);

/// Has the server stop what another connection's process does.
void giveUp(const ingest::DatabaseAddress &address, int process);

} // namespace oneinn::databases
