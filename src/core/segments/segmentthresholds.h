// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/segments/segmentindex.h"
#include "core/segments/segmentpolicy.h"
#include "core/segments/segmenttable.h"

#include <cstddef>
#include <optional>
#include <vector>

/// Thresholds of their own between a table of segments and a scenario. The index is of the scores
/// as they are: its question has no thresholds of their own.
namespace oneinn {

/// Those by one of the columns, as they stand at the question's threshold, taken out of it. Absent,
/// and nothing is taken out, where there are none.
std::optional<ThresholdsBySegment> takeOwnThresholds(SegmentsQuestion &question,
                                                     const SegmentsBy &by);

/// By segment: what is named for its value of the column, and the dial's for all others. The column
/// is one of those the index is by (asserted); null: the dial's for all.
std::vector<Threshold> segmentThresholds(const SegmentIndex &index,
                                         const ThresholdsBySegment *thresholds, Threshold dial);

/// What a scenario has to have for its segments to have these thresholds where its dial is. A
/// segment that shows nothing has one just above its highest score, so that one dial can move it.
/// Absent where all have the dial's, and where the index is not by one column.
std::optional<Combination> takenOver(const SegmentIndex &index,
                                     const std::vector<Threshold> &thresholds, Threshold dial);

/// Against one threshold for all, as segmentPolicy() says it; nothing was chosen, so there is no
/// optimism. `own`: it is another than the question's.
SegmentPolicy changesFromOne(const SegmentIndex &index, const SegmentsQuestion &question,
                             const std::vector<Threshold> &thresholds);

/// segmentTable() with what each segment gains by its threshold, where that is not the question's.
SegmentTable tableWithGains(const SegmentIndex &index, const SegmentsQuestion &question,
                            const SegmentSpreads *spreads,
                            const std::vector<Threshold> &thresholds);

/// The lowest threshold above it that shows fewer of a segment's uses (steps > 0), or the highest
/// below that shows more, so many times; the last one there is where there are no more.
Threshold steppedThreshold(const SegmentIndex &index, std::size_t segment, Threshold from,
                           int steps);

/// The threshold nearest to a score at which a segment shows others than just above or below it:
/// one of its own scores, or, above the highest of these, one that shows nothing. Always finite.
Threshold nearestThreshold(const SegmentIndex &index, std::size_t segment, double score);

} // namespace oneinn
