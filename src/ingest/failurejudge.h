// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rolejudgement.h"
#include "ingest/columncandidates.h"
#include "ingest/failedcells.h"
#include "ingest/labelvalues.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace oneinn::ingest {

struct FailureChoice {
    std::vector<FailedCells> cells;    ///< empty: no call is known to have ended so
    std::optional<std::size_t> column; ///< that they are of, if it plays no other part
    std::optional<RoleJudgement> judgement;
};

/// Which records are calls that failed. A column called like one with errors or a status is
/// believed where those records have no score or no wait; where they have, but its cells say so by
/// themselves (a status of 400 or more, a time-out, ...) in few records, that is likely; otherwise
/// it is asked for. Where no column says
/// so, what is asked for is a negative number that stands among the waits as a sign (-1, or one
/// that comes again), and zeros far below all other waits. latency: the column with the waits, if
/// there is one.
FailureChoice judgeFailures(const ColumnCandidates &candidates,
                            const std::vector<LabelClass> &classes, std::size_t score,
                            const std::optional<std::size_t> &latency);

} // namespace oneinn::ingest
