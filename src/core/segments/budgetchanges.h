// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/segments/segmentdifferences.h"
#include "core/segments/segmenttable.h"

#include <optional>
#include <vector>

/// What latency budgets of their own change for segments.
namespace oneinn {

/// A segment's uses at the budget of all others and at its own, at the same threshold.
struct BudgetChange {
    SegmentBefore before;
    SegmentBefore after;
    SegmentDifferences differences; ///< paired use by use
};

/// The same scenario without budgets of their own: that of all others is everyone's.
SegmentsQuestion withOneBudget(SegmentsQuestion question);

/// By segment of `own`, whose question has budgets by one of its columns; absent where a segment
/// has that of all others. one: an index of the same predictions at withOneBudget(). A pass over
/// the rows of each segment with a budget of its own. Stopped: those that were found by then.
std::vector<std::optional<BudgetChange>> budgetChanges(const SegmentIndex &own,
                                                       const SegmentIndex &one,
                                                       const SegmentsQuestion &question,
                                                       const std::vector<Threshold> &thresholds,
                                                       const JobControl &job = {});

} // namespace oneinn
