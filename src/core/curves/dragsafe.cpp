// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/curves/dragsafe.h"

#include "core/decision/prevalence.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace oneinn {

namespace {

/// What estimating a spread from so few units leaves out.
double widening(double units)
{
    constexpr double upper = 0.975;
    const double freedom = units - 1.0;
    const double student =
            boost::math::quantile(boost::math::students_t_distribution<double>(freedom), upper);
    const double normal = boost::math::quantile(boost::math::normal_distribution<double>(), upper);
    return student / normal * std::sqrt(units / freedom);
}

} // namespace

double dkwReach(double cases, double error)
{
    assert(cases > 0.0 && error > 0.0 && error < 1.0);
    return std::sqrt(std::log(2.0 / error) / (2.0 * cases));
}

double errorOfEach(int parts, double confidence)
{
    assert(parts > 0);
    return 1.0 - std::pow(confidence, 1.0 / parts);
}

Interval reaching(double share, double reach)
{
    return {std::max(0.0, share - reach), std::min(1.0, share + reach)};
}

PrecisionCorners precisionCorners(const Interval &recall, const Interval &fpr,
                                  const Interval &prevalence)
{
    return {precisionAt(recall.low, fpr.high, prevalence.low),
            precisionAt(recall.high, fpr.low, prevalence.high)};
}

double drawnReach(const std::vector<double> &deviations, double units, double error)
{
    if (deviations.empty() || units < 2.0)
        return 1.0;
    const auto count = static_cast<double>(deviations.size());
    const auto rank = static_cast<std::size_t>(std::ceil((1.0 - error) * count));
    return std::min(1.0,
                    deviations[std::clamp<std::size_t>(rank, 1, deviations.size()) - 1]
                            * widening(units));
}

} // namespace oneinn
