// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/product/patiencedrag.h"

#include "plots/latencyaxis.h"

#include <algorithm>
#include <cmath>

namespace oneinn {

namespace {

constexpr double axisLow = 30.0; ///< ms; reading, typing, waiting for a page: all of it fits
constexpr double axisHigh = 30000.0;
constexpr double roomBeyond = 2.0;
constexpr double shortestWait = 1.0; ///< ms
constexpr double longestWait = 3.6e6;
constexpr double oneUserOf100 = 0.01; ///< one user of 100
constexpr PatiencePoint firstPoint{{1000.0}, 0.5};

double wholePercent(double share)
{
    return std::round(share / oneUserOf100) / std::round(1.0 / oneUserOf100);
}

/// The value wanted, between two ends; as it was where there is nothing between them.
double between(double low, double wanted, double high, double before)
{
    return low <= high ? std::clamp(wanted, low, high) : before;
}

} // namespace

charts::AxisMapping patienceAxis(const std::vector<PatiencePoint> &points)
{
    double low = axisLow;
    double high = axisHigh;
    for (const PatiencePoint &point : points) {
        if (point.wait.value > 0.0)
            low = std::min(low, point.wait.value / roomBeyond);
        high = std::max(high, point.wait.value * roomBeyond);
    }
    return charts::AxisMapping::logTime(low, high);
}

QList<QPointF> patienceLine(const PatienceCurve &patience, const charts::AxisMapping &mapping)
{
    constexpr int steps = 200;
    QList<QPointF> line;
    line.reserve(steps + 1);
    for (int i = 0; i <= steps; ++i) {
        const double axis = std::lerp(mapping.low(), mapping.high(), double(i) / steps);
        line.append({axis, patience.stillWaiting({mapping.toScore(axis)})});
    }
    return line;
}

std::vector<PatiencePoint> movedPoint(const std::vector<PatiencePoint> &points, std::size_t at,
                                      PatiencePoint wanted, PatienceShape shape)
{
    std::vector<PatiencePoint> moved = points;
    if (at == points.size())
        moved.push_back(points.empty() ? firstPoint : points.back());
    const bool first = at == 0;
    const bool last = at + 1 >= points.size();
    // The two of a pair must differ, from each other and from everybody.
    const double apart = shape == PatienceShape::Piecewise ? 0.0 : oneUserOf100;

    const double earliest = first ? shortestWait : steppedBudget(points[at - 1].wait.value, 1);
    const double latest = last ? longestWait : steppedBudget(points[at + 1].wait.value, -1);
    const double most = (first ? 1.0 : points[at - 1].share) - apart;
    const double fewest = last ? std::min(oneUserOf100, most) : points[at + 1].share + apart;
    PatiencePoint &point = moved[at];
    point.wait.value = between(std::max(earliest, shortestWait), roundedBudget(wanted.wait.value),
                               latest, point.wait.value);
    point.share = between(fewest, wholePercent(wanted.share), most, point.share);
    return PatienceCurve::faultOf(moved, shape) ? points : moved;
}

std::vector<PatiencePoint> withAnotherPoint(const PatienceCurve &patience)
{
    const auto &points = patience.points();
    if (points.empty())
        return {firstPoint};
    const Milliseconds wait{points.back().wait.value * roomBeyond};
    return movedPoint(points, points.size(), {wait, patience.stillWaiting(wait)}, patience.shape());
}

} // namespace oneinn
