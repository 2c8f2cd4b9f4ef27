// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plots/latencyaxis.h"

#include "core/limits.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace oneinn {

namespace {

constexpr double smallest = 1e-3; ///< ms; a latency of 0 has no place on a logarithmic axis
constexpr double usualBudgetShare = 0.95;

/// The unit of the second significant digit.
double secondDigit(double milliseconds)
{
    const double within = std::clamp(milliseconds, smallest, limits::longestWait);
    return std::pow(10.0, std::floor(std::log10(within) + 1e-9) - 1.0);
}

double toMultiple(double value, double unit)
{
    // Dividing by the inverse keeps 0.29 and the like free of binary dust.
    return unit >= 1.0 ? std::round(value / unit) * unit
                       : std::round(value / unit) / std::round(1.0 / unit);
}

charts::AxisMapping axisOver(double low, double high)
{
    constexpr double margin = 1.15;
    return charts::AxisMapping::logTime(std::max(low, smallest) / margin,
                                        std::max(high, smallest) * margin);
}

} // namespace

charts::AxisMapping latencyAxis(const LatencyDistribution &latency)
{
    // Time-outs are not within any budget, however long.
    const Eigen::Index finite = latency.rowsWithin(std::numeric_limits<double>::max());
    return finite == 0 ? axisOver(1.0, 1.0) : axisOver(latency.at(0), latency.at(finite - 1));
}

charts::AxisMapping latencyAxis(const PredictionIndex &index)
{
    const Predictions &predictions = *index.predictions();
    if (!index.selection().model || !predictions.latency())
        return latencyAxis(index.latency());
    double low = std::numeric_limits<double>::infinity();
    double high = 0.0;
    for (const double latency : *predictions.latency()) {
        if (!std::isfinite(latency))
            continue;
        low = std::min(low, latency);
        high = std::max(high, latency);
    }
    return std::isfinite(low) ? axisOver(low, high) : axisOver(1.0, 1.0);
}

QList<QPointF> onTimePoints(const LatencyDistribution &latency, const charts::AxisMapping &mapping)
{
    QList<QPointF> points;
    points.append({mapping.low(), 0.0});
    // One point per latency, or as many as a plot has room for.
    constexpr Eigen::Index mostPoints = 4096;
    const Eigen::Index finite = latency.rowsWithin(std::numeric_limits<double>::max());
    const Eigen::Index step = std::max<Eigen::Index>(1, finite / mostPoints);
    const double total = latency.totalWeight();
    for (Eigen::Index next = 0; next < finite;) {
        const Eigen::Index last = latency.rowsWithin(latency.at(next)) - 1;
        points.append({mapping.toAxis(latency.at(last)), latency.weightUpTo(last) / total});
        // The longest latency is always among them.
        next = last + 1 == finite ? finite : std::min(last + step, finite - 1);
    }
    points.append({mapping.high(), points.last().y()});
    return points;
}

Budget suggestedBudget(const PredictionIndex &index)
{
    const auto percentile = index.latency().percentile(usualBudgetShare);
    if (!percentile || !std::isfinite(*percentile))
        return {};
    const double unit = secondDigit(*percentile);
    return Milliseconds{std::min(toMultiple(*percentile + unit / 2.0, unit), limits::longestWait)};
}

double roundedBudget(double milliseconds)
{
    const double within = std::min(milliseconds, limits::longestWait);
    return toMultiple(within, secondDigit(within));
}

double steppedBudget(double milliseconds, int steps)
{
    double value = roundedBudget(milliseconds);
    const int direction = steps < 0 ? -1 : 1;
    for (int i = 0; i < std::abs(steps); ++i) {
        const double unit = secondDigit(value);
        // Below a power of ten the digits are ten times finer.
        const double finer = direction < 0 && value < unit * 10.5 ? unit / 10.0 : unit;
        value = std::clamp(toMultiple(value + direction * finer, finer), smallest,
                           limits::longestWait);
    }
    return value;
}

} // namespace oneinn
