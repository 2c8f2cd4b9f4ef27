// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rolejudgement.h"
#include "ingest/columncandidates.h"
#include "ingest/columnmapping.h"

#include <optional>

namespace oneinn::ingest {

/// The column with the waits: by its name, if its numbers can be waits, or by numbers that are
/// written with a unit of time. What grows from row to row
/// is a time stamp, unless it is called a latency or a response (a file may be sorted by it). Of
/// several, the whole wait comes before the time to a first sign of an answer.
ColumnChoice judgeLatency(const ColumnCandidates &candidates);

/// Unit and judgement: by the name, then by the tool that writes such columns, then by the size.
struct UnitChoice {
    Resolved<LatencyUnit> unit;
    RoleJudgement judgement;
};
UnitChoice judgeUnit(const ColumnProfile &latency, const ColumnCandidates &candidates);

} // namespace oneinn::ingest
