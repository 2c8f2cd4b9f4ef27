// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/linearised.h"

#include <boost/math/distributions/students_t.hpp>

#include <cassert>
#include <cmath>

namespace oneinn {

std::optional<LinearisedRatio> linearisedRatio(const Eigen::ArrayXd &weight,
                                               const Eigen::ArrayXd &x, const Eigen::ArrayXd &d)
{
    assert(x.size() == weight.size() && d.size() == weight.size());
    const double of = (weight * d).sum();
    if (!(of > 0.0))
        return std::nullopt;
    LinearisedRatio ratio{.value = (weight * x).sum() / of, .influence = {}};
    ratio.influence = weight * (x - ratio.value * d) / of;
    return ratio;
}

std::optional<LinearisedRatio> linearisedMean(const Eigen::ArrayXd &weight, const Eigen::ArrayXd &x)
{
    return linearisedRatio(weight, x, Eigen::ArrayXd::Ones(x.size()));
}

LinearisedSpread linearisedSpread(const Eigen::ArrayXd &influence)
{
    constexpr double upperTail = 0.025;
    LinearisedSpread spread;
    spread.moved = static_cast<std::size_t>((influence != 0.0).count());
    const auto units = static_cast<double>(influence.size());
    if (influence.size() < 2)
        return spread;
    spread.standardError = std::sqrt(units / (units - 1.0) * influence.square().sum());
    const boost::math::students_t t(units - 1.0);
    spread.reach =
            boost::math::quantile(boost::math::complement(t, upperTail)) * spread.standardError;
    return spread;
}

Eigen::ArrayXd influenceByUnit(const Eigen::ArrayXd &influence, const ResampleUnits &units)
{
    if (units.usesAreUnits())
        return influence;
    Eigen::ArrayXd sums = Eigen::ArrayXd::Zero(static_cast<Eigen::Index>(units.size()));
    for (Eigen::Index use = 0; use < influence.size(); ++use)
        sums[static_cast<Eigen::Index>(units.unitOf(use))] += influence[use];
    return sums;
}

} // namespace oneinn
