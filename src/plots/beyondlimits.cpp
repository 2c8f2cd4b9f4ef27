// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plots/beyondlimits.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace oneinn {

AxisRanges outside(AxisRanges ranges, double low, double high)
{
    std::sort(ranges.begin(), ranges.end());
    AxisRanges rest;
    double from = low;
    for (const auto &[start, end] : std::as_const(ranges)) {
        if (start > high)
            break;
        if (start > from)
            rest.append({from, start});
        from = std::max(from, end);
    }
    if (from < high)
        rest.append({from, high});
    return rest;
}

AxisRanges scoresOutside(const std::vector<ThresholdInterval> &intervals,
                         const charts::AxisMapping &axis)
{
    AxisRanges ranges;
    for (const ThresholdInterval &interval : intervals)
        ranges.append({axis.toAxis(interval.low), axis.toAxis(interval.high)});
    return outside(std::move(ranges), axis.low(), axis.high());
}

AxisRanges recallOf(const ThresholdSweep &sweep, const std::vector<ThresholdInterval> &intervals)
{
    AxisRanges ranges;
    if (!(sweep.positives > 0.0))
        return ranges;
    const double *first = sweep.threshold.data();
    const double *last = first + sweep.threshold.size();
    for (const ThresholdInterval &interval : intervals) {
        // Descending: from the first that is no higher than its upper end to before the first that
        // is no higher than its lower one, which it does not hold.
        const auto upper = std::lower_bound(first, last, interval.high, std::greater<>()) - first;
        const auto lower = std::lower_bound(first, last, interval.low, std::greater<>()) - first;
        const bool holdsNothing = interval.contains(Threshold::alertOnNothing());
        if (upper == lower && !holdsNothing)
            continue;
        // What is between two thresholds cannot be had, and is drawn as the next one.
        const bool fromNothing = holdsNothing || upper == 0;
        const double least = fromNothing ? 0.0 : sweep.tp[upper - 1] / sweep.positives;
        const double most = upper == lower ? least : sweep.tp[lower - 1] / sweep.positives;
        ranges.append({least, most});
    }
    return ranges;
}

} // namespace oneinn
