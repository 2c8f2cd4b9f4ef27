// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/problem.h"
#include "ingest/filebytes.h"
#include "ingest/tablefile.h"

#include <filesystem>
#include <string>

/// Whatever can be read: a file, a pipe, or what is at the address of a database
/// (core/dataplace.h).
namespace oneinn::databases {

/// table: the one of a database's address that names none itself; of a file it is looked for later.
/// Problems: those of FileBytes::read(); of an address those of databaseRows() and
/// DatabaseAddressWrong, with the address as the file.
Result<ingest::FileBytes::Ptr> bytesAt(const std::filesystem::path &place, const std::string &table,
                                       const JobControl &job = {});

/// The table that is still to be looked for in the bytes of such a place.
std::string tableWithin(const std::filesystem::path &place, const std::string &table);

} // namespace oneinn::databases
