// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/predictions/predictions.h"
#include "core/problem.h"
#include "ingest/columnguess.h"
#include "ingest/columnprofile.h"

#include <string_view>

namespace oneinn::ingest {

/// Makes predictions from a text that was profiled and whose columns are resolved.
///
/// Every record is used or set aside by reason with its line. A latency that cannot be used sets
/// nothing aside; "inf" and "timeout" are time-outs, or failed calls where there is no score
/// either. Values that occur only in records set aside are not in the categories. Cells of
/// categories lose the white space around them, nothing else: "NA" is a value there (it is Namibia,
/// too).
///
/// firstLine: the line that the text begins on. every: of how many records in a row the first is
/// looked at; the others are in no account.
/// Problems: NothingUsable (detail: the key of the commonest reason), Cancelled.
Result<PredictionsPtr> buildPredictions(std::string_view text, const TableProfile &table,
                                        const ResolvedTable &resolved, const JobControl &job = {},
                                        std::size_t firstLine = 1, std::size_t every = 1);

} // namespace oneinn::ingest
