// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/latency/patience.h"

#include <boost/math/special_functions/erf.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <utility>

namespace oneinn {

namespace {

/// Share of a standard normal distribution above z, and the z with that share above it.
double shareAbove(double z)
{
    return 0.5 * std::erfc(z / std::numbers::sqrt2);
}

double quantileAbove(double share)
{
    return std::numbers::sqrt2 * boost::math::erfc_inv(2.0 * share);
}

/// shape k and scale lambda: S(t) = exp(-(t / lambda)^k).
struct Weibull {
    double shape;
    double scale;

    explicit Weibull(const std::vector<PatiencePoint> &points)
    {
        const double a = -std::log(points[0].share);
        const double b = -std::log(points[1].share);
        shape = std::log(a / b) / std::log(points[0].wait.value / points[1].wait.value);
        scale = points[0].wait.value / std::pow(a, 1.0 / shape);
    }
    double at(double ms) const { return std::exp(-std::pow(ms / scale, shape)); }
};

/// The logarithm of the time at which one leaves is normal.
struct Lognormal {
    double mean;
    double deviation;

    explicit Lognormal(const std::vector<PatiencePoint> &points)
    {
        const double z0 = quantileAbove(points[0].share);
        const double z1 = quantileAbove(points[1].share);
        deviation = std::log(points[1].wait.value / points[0].wait.value) / (z1 - z0);
        mean = std::log(points[0].wait.value) - deviation * z0;
    }
    double at(double ms) const { return shareAbove((std::log(ms) - mean) / deviation); }
};

std::optional<PatienceFault> faultOfPair(const std::vector<PatiencePoint> &points)
{
    if (points.size() != 2 || points[0].wait.value == 0.0)
        return PatienceFault::TwoPointsNeeded;
    if (points[0].share >= 1.0 || points[1].share >= points[0].share)
        return PatienceFault::SharesMustDiffer;
    return std::nullopt;
}

} // namespace

std::optional<PatienceFault> PatienceCurve::faultOf(const std::vector<PatiencePoint> &points,
                                                    PatienceShape shape)
{
    PatiencePoint before{{-1.0}, 1.0};
    for (const PatiencePoint &point : points) {
        if (!(point.wait.value >= 0.0) || !std::isfinite(point.wait.value))
            return PatienceFault::WaitOutOfRange;
        if (point.wait.value <= before.wait.value)
            return PatienceFault::WaitNotRising;
        if (!(point.share > 0.0) || point.share > 1.0
            || (point.wait.value == 0.0 && point.share < 1.0))
            return PatienceFault::ShareOutOfRange;
        if (point.share > before.share)
            return PatienceFault::ShareRising;
        before = point;
    }
    if (points.empty() || shape == PatienceShape::Piecewise)
        return std::nullopt;
    return faultOfPair(points);
}

PatienceCurve::PatienceCurve(std::vector<PatiencePoint> points, PatienceShape shape)
    : m_points(std::move(points))
    , m_shape(shape)
{
    assert(!faultOf(m_points, m_shape));
}

double PatienceCurve::piecewise(double ms) const
{
    PatiencePoint before{{0.0}, 1.0};
    double hazard = 0.0; // of leaving, per millisecond
    for (const PatiencePoint &point : m_points) {
        if (point.wait.value > before.wait.value)
            hazard = std::log(before.share / point.share) / (point.wait.value - before.wait.value);
        if (ms <= point.wait.value)
            break;
        before = point;
    }
    return before.share * std::exp(-hazard * (ms - before.wait.value));
}

double PatienceCurve::stillWaiting(Milliseconds wait) const
{
    assert(wait.value >= 0.0);
    if (everyoneWaits() || wait.value == 0.0)
        return 1.0;
    if (std::isinf(wait.value))
        return 0.0;
    switch (m_shape) {
    case PatienceShape::Weibull:
        return Weibull(m_points).at(wait.value);
    case PatienceShape::Lognormal:
        return Lognormal(m_points).at(wait.value);
    case PatienceShape::Piecewise:
        break;
    }
    return piecewise(wait.value);
}

std::optional<Milliseconds> PatienceCurve::waitUntilLeft(double share) const
{
    assert(share > 0.0 && share < 1.0);
    const double waiting = 1.0 - share;
    constexpr double longest = 1e12; // thirty years
    if (stillWaiting({longest}) > waiting)
        return std::nullopt;
    double low = 0.0;
    double high = longest;
    // Until the two are neighbours at the precision shown.
    while (high - low > 1e-9 * high) {
        const double middle = 0.5 * (low + high);
        (stillWaiting({middle}) > waiting ? low : high) = middle;
    }
    return Milliseconds{high};
}

std::optional<double> shareLeaving(const PatienceCurve &patience,
                                   const LatencyDistribution &latency)
{
    if (latency.empty())
        return std::nullopt;
    double staying = 0.0;
    for (Eigen::Index i = 0; i < latency.size(); ++i)
        staying += latency.weightOf(i) * patience.stillWaiting({latency.at(i)});
    return std::clamp(1.0 - staying / latency.totalWeight(), 0.0, 1.0);
}

} // namespace oneinn
