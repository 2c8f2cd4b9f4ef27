// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/rowstanding.h"

#include "core/limits.h"

#include <cmath>

namespace oneinn {

namespace {

std::optional<SetAsideReason> setAsideOf(const RawRow &row)
{
    if (!row.label)
        return SetAsideReason::LabelMissing;
    if (*row.label != 0.0 && *row.label != 1.0)
        return SetAsideReason::LabelUnknown;
    if (row.scoreUnreadable)
        return SetAsideReason::ScoreInvalid;
    if (!row.score)
        return SetAsideReason::ScoreMissing;
    if (!(std::abs(*row.score) <= limits::largestScore))
        return SetAsideReason::ScoreInvalid;
    if (row.weight == 0.0)
        return SetAsideReason::WeightZero;
    if (!row.weight || !(*row.weight >= limits::leastWeight && *row.weight <= limits::mostWeight))
        return SetAsideReason::WeightInvalid;
    if (row.count == 0.0)
        return SetAsideReason::CountZero;
    const bool counts = row.count && *row.count >= 1.0 && *row.count <= limits::mostCounted
            && *row.count == std::floor(*row.count);
    return counts ? std::nullopt : std::optional(SetAsideReason::CountInvalid);
}

LatencyStanding latencyOf(const RawRow &row)
{
    if (row.timedOut || row.latency > limits::longestWait)
        return LatencyStanding::TimedOut;
    if (!row.latency)
        return LatencyStanding::Missing;
    return *row.latency >= 0.0 ? LatencyStanding::Measured : LatencyStanding::Invalid;
}

} // namespace

RowStanding standingOf(const RawRow &row)
{
    return {setAsideOf(row), latencyOf(row)};
}

} // namespace oneinn
