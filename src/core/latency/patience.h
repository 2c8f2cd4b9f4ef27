// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/latency/percentile.h"
#include "core/units.h"

#include <optional>
#include <vector>

namespace oneinn {

/// A point of a patience curve: so many are still waiting after this long.
struct PatiencePoint {
    Milliseconds wait;
    double share = 1.0;

    friend bool operator==(const PatiencePoint &, const PatiencePoint &) = default;
};

/// How a patience curve runs through its points.
enum class PatienceShape {
    Piecewise, ///< straight in the logarithm of the share; after the last point, where it was
               ///< heading
    Weibull,   ///< through exactly two points: leaving speeds up or slows down with time
    Lognormal, ///< through exactly two points
};

/// What keeps points from being a patience curve.
enum class PatienceFault {
    WaitOutOfRange,   ///< negative, not finite, or beyond limits::longestWait; above 0 and below
                      ///< limits::shortestWait
    WaitNotRising,    ///< two points at one time, or out of order
    ShareOutOfRange,  ///< below limits::leastShare or above 1; at no wait at all, not 1
    ShareRising,      ///< more are waiting than before
    TwoPointsNeeded,  ///< Weibull and Lognormal: exactly two, both after no wait at all
    SharesMustDiffer, ///< Weibull and Lognormal: both shares below 1, the second the smaller
};

/// Share of users still waiting after a time, an assumption of the person (Brown et al. 2005 give
/// the term). Without points, everyone waits for ever.
class PatienceCurve {
public:
    PatienceCurve() = default;
    /// Absent if the points make a curve of this shape; none at all always do.
    static std::optional<PatienceFault> faultOf(const std::vector<PatiencePoint> &points,
                                                PatienceShape shape);
    /// The points must be without fault (asserted).
    explicit PatienceCurve(std::vector<PatiencePoint> points,
                           PatienceShape shape = PatienceShape::Piecewise);

    bool everyoneWaits() const { return m_points.empty(); }
    const std::vector<PatiencePoint> &points() const { return m_points; }
    PatienceShape shape() const { return m_shape; }

    /// 1 for no wait, never rising; +infinity (a time-out) is waited for by nobody, unless
    /// everyone waits.
    double stillWaiting(Milliseconds wait) const;
    /// The wait after which so many have left; share in (0, 1). Absent where that never happens;
    /// limits::shortestWait or less where they leave at once.
    std::optional<Milliseconds> waitUntilLeft(double share) const;

    friend bool operator==(const PatienceCurve &, const PatienceCurve &) = default;

private:
    double piecewise(double ms) const;
    double onLine(double ms) const;

    std::vector<PatiencePoint> m_points; ///< as given
    PatienceShape m_shape = PatienceShape::Piecewise;
    std::vector<double> m_fitted; ///< what follows from them, for millions of waits
};

/// Share of requests whose user has left before the answer: the mean of 1 - stillWaiting(latency)
/// over all of them, which is not the share over a budget. Absent when there are none.
std::optional<double> shareLeaving(const PatienceCurve &patience,
                                   const LatencyDistribution &latency);

} // namespace oneinn
