// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/sourcetext.h"

#include <string_view>

namespace oneinn::ingest {

/// Weka's tables: "@relation", "@attribute" for each column, "@data", and the records. Names and
/// values may stand in quotes of either kind; "?" is a missing value; "%" begins a comment line.
bool isArff(std::string_view text);

/// Problems: ArffBroken (line; detail: what is not read: "sparse records", or ""), FieldCount,
/// Cancelled.
Result<Converted> fromArff(std::string_view text, const JobControl &job);

} // namespace oneinn::ingest
