// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/options.h"
#include "ingest/tablefile.h"

#include <filesystem>

namespace oneinn::cli {

/// Where a file is read from: "-" is standard input.
std::filesystem::path inputPath(const QString &file);

/// The file's table; joined with the file of --truth, if that was given.
Result<ingest::TableFile::Ptr> inputTable(const Options &options,
                                          const ingest::FileBytes::Ptr &bytes);

} // namespace oneinn::cli
