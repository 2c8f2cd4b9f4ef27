// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"
#include "ingest/columncandidates.h"
#include "ingest/labelvalues.h"

#include <optional>
#include <string>

namespace oneinn::ingest {

/// The column that says what was really so, of those with two values.
///
/// Names that say truth come before the usual ones, these before verdicts ("correct"), outcomes
/// ("is_fraud") and what no name says. Among equals decides what the columns do: what one threshold
/// on a score parts without exception is a decision by it; what no score orders is another thing.
/// Where that decides nothing, a person is asked.
///
/// Where nothing has two values, a column each of whose values has a score column ("p_plum") is one
/// of several classes, of which a person says the positive one.
///
/// positive: the value a person says is positive. problem: why a column that is called like a
/// label, or does as one, cannot be one; or, of NoLabelColumn, the only column that may be one of
/// several classes. Set only where none was found.
struct LabelChoice {
    ColumnChoice choice;
    std::optional<Problem> problem;
};
LabelChoice judgeLabel(const ColumnCandidates &candidates,
                       const std::optional<std::string> &positive,
                       const std::optional<std::string> &givenScore);

} // namespace oneinn::ingest
