// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/volumelimits.h"

#include "core/comparison/normal.h"

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace oneinn {

namespace {

constexpr double quarter = 0.25;
/// 99 of 100 of a normal distribution lie within so many standard deviations.
const double deviations = normal::reach(0.99);
/// So that a count that lies on a limit is not moved by a binary fraction.
constexpr double guard = 1e-9;

int roundedUp(double uses)
{
    constexpr int least = 100;
    constexpr int most = 10000;
    for (int unit = least; unit < most; unit *= 10) {
        for (const int times : {2, 3, 5, 10}) {
            if (times * unit >= uses)
                return times * unit;
        }
    }
    return most;
}

} // namespace

double usesForAQuarter(double share)
{
    assert(share > 0.0 && share <= 1.0);
    return deviations * deviations / (quarter * quarter) * (1.0 - share) / share;
}

VolumeLimits volumeLimits(double share, int uses, Watched watched)
{
    assert(share > 0.0 && share <= 1.0 && uses >= 1);
    const double expected = share * uses;
    VolumeLimits limits{.uses = uses};
    limits.halfWidth = std::max(quarter, deviations * std::sqrt((1.0 - share) / expected));
    const boost::math::binomial chance(uses, share);
    const double low = std::floor(expected * (1.0 - limits.halfWidth) + guard);
    if (watched == Watched::BothWays && low >= 1.0) {
        limits.low = static_cast<int>(low);
        limits.falseAlarm += boost::math::cdf(chance, low - 1.0);
    }
    const double high = std::ceil(expected * (1.0 + limits.halfWidth) - guard);
    if (high < uses) {
        limits.high = static_cast<int>(high);
        limits.falseAlarm += boost::math::cdf(boost::math::complement(chance, high));
    }
    return limits;
}

VolumeLimits roundVolumeLimits(double share, Watched watched)
{
    return volumeLimits(share, roundedUp(usesForAQuarter(share)), watched);
}

} // namespace oneinn
