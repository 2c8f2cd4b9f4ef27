// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/problem.h"
#include "ingest/columnmapping.h"
#include "ingest/columnprofile.h"
#include "ingest/labelvalues.h"

namespace oneinn::ingest {

/// Which column is what, and what the label's values mean.
struct ResolvedTable {
    ResolvedMapping mapping;
    LabelValues labels; ///< labels.clear is false where a person has to say which value is positive
};

/// Keeps what the person fixed and guesses the rest: by the whole name, then by parts of it, then
/// by the values alone.
///
/// - A label has two values, whatever its name says; by its values alone it is guessed only if no
///   other column could be one as well.
/// - A score is numeric and no hard decision (two whole numbers at most); the same holds for a
///   guess by values alone, where columns in [0, 1] come first. Of several score columns, the one
///   whose name holds the positive value is taken (".pred_yes", "P (churn=1)").
/// - Model and segments have at most ColumnProfile::valueLimit values; a column that is called like
///   one with models and has more is named (ResolvedMapping::modelsPooled). Ids, time stamps and
///   personal columns are never segments.
/// - A weight is guessed only by a name that means nothing else; example ids only where several
///   models are there to be paired.
///
/// Problems: ColumnMissing, DuplicateColumn, NoLabelColumn (line 1 if the header is all numbers),
/// NoScoreColumn, LabelNotBinary, PositiveValueMissing, Cancelled. The work grows with the number
/// of columns, and not faster.
Result<ResolvedTable> resolveMapping(const TableProfile &table, const ColumnMapping &wanted,
                                     const JobControl &job = {});

} // namespace oneinn::ingest
