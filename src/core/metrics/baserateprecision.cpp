// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/baserateprecision.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>

namespace oneinn {

namespace {

struct Rate {
    double share = 0.0;
    double cases = 0.0;
};

double reachOf(const Proportion &a, const Proportion &b, double confidence)
{
    const double upperTail = (1.0 - confidence) / 2.0;
    const double clusters = a.clusters > 0.0 && b.clusters > 0.0
            ? std::min(a.effectiveClusters, b.effectiveClusters)
            : std::max(a.effectiveClusters, b.effectiveClusters);
    if (clusters < 2.0)
        return boost::math::quantile(
                boost::math::complement(boost::math::normal_distribution<double>(), upperTail));
    const boost::math::students_t t(clusters - 1.0);
    return boost::math::quantile(boost::math::complement(t, upperTail));
}

double expit(double x)
{
    return 1.0 / (1.0 + std::exp(-x));
}

} // namespace

Interval precisionAtBaseRate(const Proportion &shownOfGood, const Proportion &shownOfBad,
                             double baseRate, double confidence)
{
    if (shownOfGood.tooFewClusters() || shownOfBad.tooFewClusters())
        return {0.0, 1.0};
    const double z = reachOf(shownOfGood, shownOfBad, confidence);
    Rate good{shownOfGood.value, shownOfGood.effectiveN};
    Rate bad{shownOfBad.value, shownOfBad.effectiveN};
    const bool noneGood = !(good.share > 0.0);
    const bool noneBad = !(bad.share > 0.0);
    if (noneGood || noneBad) {
        for (Rate *rate : {&good, &bad}) {
            const double n = rate->cases + z * z;
            *rate = {(rate->share * rate->cases + z * z / 2.0) / n, n};
        }
    }
    const double centre = std::log(baseRate / (1.0 - baseRate)) + std::log(good.share / bad.share);
    const double error = std::sqrt((1.0 - good.share) / (good.share * good.cases)
                                   + (1.0 - bad.share) / (bad.share * bad.cases));
    return {noneGood ? 0.0 : expit(centre - z * error), noneBad ? 1.0 : expit(centre + z * error)};
}

} // namespace oneinn
