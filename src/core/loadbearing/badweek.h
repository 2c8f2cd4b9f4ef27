// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/latency/percentile.h"
#include "core/loadbearing/failureloss.h"
#include "core/metrics/proportion.h"

#include <optional>
#include <vector>

/// How much worse each failure may plausibly get: equal percentages are arbitrary.
namespace oneinn {

/// What is known of a week.
struct WeekOfUse {
    ServedCells cells;
    std::optional<double> medianWait; ///< milliseconds; absent where it is not known
};

/// Where a bad week's size comes from.
enum class BadWeekSource {
    Weeks,    ///< the 90th percentile of changes from one week to the next (nearest rank)
    Interval, ///< the worse end of the 95 % interval, against the estimate
};

/// A relative step for each failure, >= 0: false alarms of negatives, misses of positives, median
/// wait. 0 where it did not get worse, or nothing is known.
struct BadWeek {
    PerFailure<double> step;
    PerFailure<BadWeekSource> source{BadWeekSource::Interval, BadWeekSource::Interval,
                                     BadWeekSource::Interval};
};

/// So many changes from week to week are needed for each failure; with fewer, or where the rate was
/// 0 the week before, its interval is used.
inline constexpr std::size_t fewestWeeklyChanges = 4;

/// weeks: in order of time, may be empty. Where the shares or latencies are missing, so is that
/// failure's interval.
BadWeek badWeek(const std::vector<WeekOfUse> &weeks,
                const std::optional<Proportion> &falseAlarmsOfNegatives,
                const std::optional<Proportion> &missesOfPositives,
                const LatencyDistribution &latency);

} // namespace oneinn
