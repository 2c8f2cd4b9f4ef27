// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/badweek.h"

#include "core/loadbearing/headroom.h"

#include <algorithm>
#include <cmath>

namespace oneinn {

namespace {

constexpr double adversePercentile = 0.9;

std::optional<double> rateOf(const WeekOfUse &week, Failure failure)
{
    const ServedCells &c = week.cells;
    if (failure == Failure::Latency)
        return week.medianWait;
    const double bad = failure == Failure::Precision ? c.fp : c.fn;
    const double good = failure == Failure::Precision ? c.tn : c.tp;
    return bad + good > 0.0 ? std::optional(bad / (bad + good)) : std::nullopt;
}

/// Relative changes between weeks that have a rate.
std::vector<double> weeklyChanges(const std::vector<WeekOfUse> &weeks, Failure failure)
{
    std::vector<double> changes;
    for (std::size_t week = 1; week < weeks.size(); ++week) {
        const auto before = rateOf(weeks[week - 1], failure);
        const auto after = rateOf(weeks[week], failure);
        if (before && after && *before > 0.0 && std::isfinite(*before) && std::isfinite(*after))
            changes.push_back(*after / *before - 1.0);
    }
    return changes;
}

double ofShare(const std::optional<Proportion> &share)
{
    return share && share->value > 0.0 ? share->interval.high / share->value - 1.0 : 0.0;
}

/// The order statistic that bounds the median from above; of weighted rows, the same share up.
double ofMedian(const LatencyDistribution &latency)
{
    if (latency.empty())
        return 0.0;
    const auto rows = static_cast<std::size_t>(latency.size());
    const double upper = static_cast<double>(percentileRanks(rows, 0.5).upper);
    const double median = *latency.percentile(0.5);
    const double high = *latency.percentile(std::min(1.0, upper / static_cast<double>(rows)));
    return median > 0.0 && std::isfinite(high) ? std::min(high / median, mostSlowdown) - 1.0 : 0.0;
}

} // namespace

BadWeek badWeek(const std::vector<WeekOfUse> &weeks,
                const std::optional<Proportion> &falseAlarmsOfNegatives,
                const std::optional<Proportion> &missesOfPositives,
                const LatencyDistribution &latency)
{
    BadWeek result;
    result.step = {ofMedian(latency), ofShare(falseAlarmsOfNegatives), ofShare(missesOfPositives)};
    for (const Failure failure : everyFailure) {
        const auto changes = weeklyChanges(weeks, failure);
        if (changes.size() < fewestWeeklyChanges)
            continue;
        const Eigen::ArrayXd column = Eigen::Map<const Eigen::ArrayXd>(
                changes.data(), static_cast<Eigen::Index>(changes.size()));
        const double change = *LatencyDistribution(column).percentile(adversePercentile);
        result.step[failure] = std::max(0.0, change);
        result.source[failure] = BadWeekSource::Weeks;
    }
    return result;
}

} // namespace oneinn
