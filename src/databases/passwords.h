// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/databaseaddress.h"

#include <string>

/// What a person has typed, for as long as the program runs: never written, never a part of an
/// address. One password for each user of each database, whatever its tables. From any thread.
namespace oneinn::databases {

void keepPassword(const ingest::DatabaseAddress &address, std::string password);
void forgetPassword(const ingest::DatabaseAddress &address);
/// "" where none was typed: the driver looks where it always does (PGPASSWORD, ~/.pgpass).
std::string keptPassword(const ingest::DatabaseAddress &address);

} // namespace oneinn::databases
