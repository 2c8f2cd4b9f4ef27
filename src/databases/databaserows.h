// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/problem.h"
#include "ingest/databaseaddress.h"

#include <string>

namespace oneinn::databases {

/// The rows at an address, or their counts, as comma-separated text with a header; NULL is an empty
/// cell, and a number is written so that it reads as the same one. Counts stand in order, so that
/// those of the same rows are the same text.
///
/// Problems: those of Connection; TableUnclear, TableMissing, NotEnoughMemory, Cancelled.
Result<std::string> databaseRows(const ingest::DatabaseAddress &address, const JobControl &job);

} // namespace oneinn::databases
