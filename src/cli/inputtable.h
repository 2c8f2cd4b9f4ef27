// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "ingest/tablefile.h"

#include <filesystem>
#include <string>

namespace oneinn::cli {

/// Where a file is read from: "-" is standard input.
std::filesystem::path inputPath(const QString &file);

/// What is at a place: a file, standard input, or the address of a database, whose password is
/// asked for on the terminal where there is one. table: of an address that names none.
Result<ingest::FileBytes::Ptr> inputBytes(const QString &place, const std::string &table);
Result<ingest::FileBytes::Ptr> inputBytes(const Options &options);

/// The file's table; joined with the file of --truth, if that was given.
Result<ingest::TableFile::Ptr> inputTable(const Options &options,
                                          const ingest::FileBytes::Ptr &bytes);

} // namespace oneinn::cli
