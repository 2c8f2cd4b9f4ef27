// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columnmapping.h"
#include "ingest/columnprofile.h"

#include <map>
#include <string>
#include <vector>

namespace oneinn {

/// What a person chose for files whose columns have these names, by headerKey().
using ColumnMemory = std::map<std::string, ingest::ColumnMapping>;

/// Equal for files whose columns have the same names, in whatever order, and of no length that
/// depends on them; the names cannot be had back from it.
std::string headerKey(const std::vector<ingest::ColumnProfile> &columns);

} // namespace oneinn
