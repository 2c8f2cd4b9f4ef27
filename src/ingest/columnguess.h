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

/// In a larger file rows are told by their lines alone: an id takes 40 bytes or more.
inline constexpr std::size_t mostNamedRecords = 200'000;

/// Keeps what the person fixed and judges the rest, by names, values and what columns do; each role
/// with its certainty (ResolvedMapping::judgements). What is to be asked is resolved to what seems
/// best, for a person to be shown; TableFile::load refuses it.
///
/// - Label, score, predicted class, latency, weight and model: see labeljudge.h, scorejudge.h,
///   latencyjudge.h, weightjudge.h and modeljudge.h.
/// - Model and segments have at most ColumnProfile::valueLimit values; a column that is called like
///   one with models and has more is named (ResolvedMapping::modelsPooled). Ids, time stamps and
///   personal columns are never segments.
/// - Example ids are guessed where several models are there to be paired, and else, of a file that
///   is not large, where each record has one of its own (mostNamedRecords): to tell rows by.
///
/// Problems: ColumnMissing, NoLabelColumn, NoScoreColumn, LabelNotBinary, PositiveValueMissing,
/// DecisionsDiffer, Cancelled. The work grows with the number of columns, and not faster.
Result<ResolvedTable> resolveMapping(const TableProfile &table, const ColumnMapping &wanted,
                                     const JobControl &job = {});

} // namespace oneinn::ingest
