// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/predictions/predictions.h"
#include "core/problem.h"
#include "ingest/tablefile.h"

#include <QByteArray>

namespace oneinn {

/// Every record that is set aside, as CSV: its line in the file, why, which model's where several
/// stand side by side, and its cells, as they stand in the file. A cell that begins like a formula
/// and is no number gets an apostrophe.
/// Problems: those of TableFile::eachSetAside(), NotEnoughMemory.
Result<QByteArray> setAsideCsv(const ingest::TableFile &table, const ingest::ColumnMapping &mapping,
                               const Selection &selection, const JobControl &job = {});

} // namespace oneinn
