// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/latency/patience.h"

#include "core/limits.h"

#include <boost/math/special_functions/erf.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <cstddef>
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

/// log(x / y), keeping its digits where the two are close.
double logRatio(double x, double y)
{
    const double apart = (x - y) / y;
    return std::abs(apart) < 0.5 ? std::log1p(apart) : std::log(x) - std::log(y);
}

/// The decay a millisecond on the piece that ends at each point.
std::vector<double> hazards(const std::vector<PatiencePoint> &points)
{
    std::vector<double> found;
    found.reserve(points.size());
    PatiencePoint start{{0.0}, 1.0};
    for (const PatiencePoint &end : points) {
        const double length = end.wait.value - start.wait.value;
        found.push_back(length > 0.0 ? logRatio(start.share, end.share) / length : 0.0);
        start = end;
    }
    return found;
}

/// S(t) = exp(-(t / lambda)^k), which is straight in the logarithms of t and of -log S. The scale
/// lambda itself overflows where the shares lie close, so that the line starts at the first point:
/// log(-log S) there, and k.
std::vector<double> weibull(const PatiencePoint &first, const PatiencePoint &second)
{
    const double a = -std::log(first.share);
    const double b = a + logRatio(first.share, second.share);
    return {std::log(a), logRatio(b, a) / logRatio(second.wait.value, first.wait.value)};
}

/// The logarithm of the time at which one leaves is normal: S is straight as a quantile of it. Mean
/// and deviation overflow where the shares lie close: the quantile at the first point, and
/// 1 / deviation.
std::vector<double> lognormal(const PatiencePoint &first, const PatiencePoint &second)
{
    const double quantile = quantileAbove(first.share);
    const double more = quantileAbove(second.share) - quantile;
    return {quantile, std::max(0.0, more) / logRatio(second.wait.value, first.wait.value)};
}

std::vector<double> fitted(const std::vector<PatiencePoint> &points, PatienceShape shape)
{
    if (points.empty() || shape == PatienceShape::Piecewise)
        return hazards(points);
    return shape == PatienceShape::Weibull ? weibull(points[0], points[1])
                                           : lognormal(points[0], points[1]);
}

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
        const double wait = point.wait.value;
        if (!(wait == 0.0 || (wait >= limits::shortestWait && wait <= limits::longestWait)))
            return PatienceFault::WaitOutOfRange;
        if (wait <= before.wait.value)
            return PatienceFault::WaitNotRising;
        if (!(point.share >= limits::leastShare) || point.share > 1.0
            || (wait == 0.0 && point.share < 1.0))
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
    m_fitted = fitted(m_points, m_shape);
}

double PatienceCurve::piecewise(double ms) const
{
    const auto reached = std::lower_bound(
            m_points.begin(), m_points.end(), ms,
            [](const PatiencePoint &point, double wait) { return point.wait.value < wait; });
    // After the last point, where the piece before it was heading.
    const bool isBeyond = reached == m_points.end();
    const auto end = isBeyond ? reached - 1 : reached;
    const PatiencePoint start = end == m_points.begin() ? PatiencePoint{{0.0}, 1.0} : *(end - 1);
    const PatiencePoint &from = isBeyond ? *end : start;
    const double hazard = m_fitted[static_cast<std::size_t>(end - m_points.begin())];
    return from.share * std::exp(-hazard * (ms - from.wait.value));
}

/// On the straight line through two points that a shape makes of them.
double PatienceCurve::onLine(double ms) const
{
    return m_fitted[0] + m_fitted[1] * logRatio(ms, m_points.front().wait.value);
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
        return std::exp(-std::exp(onLine(wait.value)));
    case PatienceShape::Lognormal:
        return shareAbove(onLine(wait.value));
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
    // Until the two are neighbours at the precision shown. A curve may fall at once, with no wait
    // that would be short enough.
    while (high - low > 1e-9 * high && high > limits::shortestWait) {
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
