// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/sourcetext.h"

#include <string_view>

namespace oneinn::ingest {

/// Objects, one a record: a line each or one after another in any way; in a list; or in the only
/// list that an object holds. Also {"columns": [...], "data": [[...]]}, as pandas and MLflow write
/// it.
bool isJson(std::string_view text);

/// Columns are the keys, in the order in which they come up first; those of objects within are
/// called "outer.inner", and what lies deeper is left out. Lists of numbers or words become
/// "[0.1, 0.9]". null, and a key that a record has not, are missing values; NaN, which Python
/// writes, is read.
///
/// Problems: JsonBroken (line; detail: what the parser says), NotEnoughMemory, Cancelled.
Result<Converted> fromJson(std::string_view text, const JobControl &job);

} // namespace oneinn::ingest
