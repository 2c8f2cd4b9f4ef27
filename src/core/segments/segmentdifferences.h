// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/sharedifferences.h"
#include "core/job.h"
#include "core/problem.h"
#include "core/segments/segmentindex.h"
#include "core/segments/segmentspreads.h"

#include <optional>
#include <vector>

/// What becomes of the same uses of a segment before and after it has a threshold of its own.
namespace oneinn {

/// a: with its own threshold, b: with the question's; shares and value are those of segmentTable()
/// at either. Absent where either is undefined, and all of them where the threshold is the same.
struct SegmentDifferences {
    std::optional<MeasureComparison> missed = {};
    std::optional<MeasureComparison> wrongOfShown = {};
    std::optional<MeasureComparison> valuePerUse = {}; ///< of the segment's own uses
};

/// By segment; thresholds: likewise. Paired use by use, uses of one user or day being alike; that
/// thresholds were chosen on these uses is not taken off. A pass over the rows of each segment
/// whose threshold differs. Problem: Cancelled.
Result<std::vector<SegmentDifferences>> segmentDifferences(const SegmentIndex &index,
                                                           const SegmentsQuestion &question,
                                                           const std::vector<Threshold> &thresholds,
                                                           const JobControl &job = {});

} // namespace oneinn
