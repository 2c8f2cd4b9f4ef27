// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clusters/rowclusters.h"
#include "core/comparison/sharedifferences.h"
#include "core/job.h"
#include "core/problem.h"
#include "core/segments/segmentindex.h"
#include "core/segments/segmentpolicy.h"
#include "core/segments/segmentspreads.h"

#include <cstdint>
#include <optional>
#include <vector>

/// What becomes of the same uses of a segment before and after it has a threshold of its own.
namespace oneinn {

/// How sure a difference of one segment is.
enum class DifferenceHolds : std::uint8_t {
    No,      ///< may be chance: its interval holds 0, or too few uses differ
    Alone,   ///< by its own interval, and not among as many as there are
    InTable, ///< also for all segments at once (Holm 1979)
};

/// a: with its own threshold, b: with the question's; shares and value are those of segmentTable()
/// at either. Absent where either is undefined, and all of them where the threshold is the same.
struct SegmentDifferences {
    std::optional<MeasureComparison> missed = {};
    std::optional<MeasureComparison> wrongOfShown = {};
    std::optional<MeasureComparison> late = {}; ///< none where only thresholds differ
    /// Of the segment's own uses. Where its threshold was chosen, what it looks too good by is
    /// Optimism::a, and the interval reaches down as far as that says.
    std::optional<MeasureComparison> valuePerUse = {};
    /// What is missed and what is wrong of those shown are one family, value is another.
    DifferenceHolds missedHolds = DifferenceHolds::No;
    DifferenceHolds wrongHolds = DifferenceHolds::No;
    DifferenceHolds valueHolds = DifferenceHolds::No;
};

/// By segment; thresholds: likewise. Paired use by use, uses of one user or day being alike.
/// chosen: by which rule on these uses, with these thresholds; null: by hand, so that nothing tells
/// what they look too good by. A pass over the rows of each segment whose threshold differs.
/// Problem: Cancelled.
Result<std::vector<SegmentDifferences>> segmentDifferences(const SegmentIndex &index,
                                                           const SegmentsQuestion &question,
                                                           const std::vector<Threshold> &thresholds,
                                                           const SegmentPolicy *chosen = nullptr,
                                                           const JobControl &job = {});

/// A segment of an index, at a threshold.
struct SegmentSide {
    const SegmentIndex &index;
    std::size_t segment;
    Threshold threshold;
};
/// How the same rows differ after (a) from before (b): of the same predictions, whatever the
/// thresholds and budgets of either.
SegmentDifferences differencesBetween(const SegmentSide &before, const SegmentSide &after,
                                      const SegmentsQuestion &question, const RowClusters &clusters,
                                      const SegmentPolicy *chosen = nullptr);

/// Sets what holds, of differences that are known.
void tellWhatHolds(std::vector<SegmentDifferences> &segments);

} // namespace oneinn
