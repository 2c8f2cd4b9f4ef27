// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/curves/curvepoints.h"

#include "core/decision/netbenefit.h"

#include <boost/math/special_functions/erf.hpp>

#include <algorithm>
#include <cassert>
#include <numbers>

namespace oneinn {

namespace {

Eigen::ArrayXd fromNothing(const Eigen::ArrayXd &cumulative)
{
    Eigen::ArrayXd all = Eigen::ArrayXd::Zero(cumulative.size() + 1);
    all.tail(cumulative.size()) = cumulative;
    return all;
}

} // namespace

double shareDeviate(double share, double rows)
{
    assert(rows > 0.0);
    // Of a single row both ends are its middle.
    const double nearest = std::min(0.5 / rows, 0.5);
    const double held = std::clamp(share, nearest, 1.0 - nearest);
    return std::numbers::sqrt2 * boost::math::erf_inv(2.0 * held - 1.0);
}

std::optional<DetCurve> detCurve(const ThresholdSweep &sweep, double positiveRows,
                                 double negativeRows)
{
    if (sweep.positives <= 0.0 || sweep.negatives <= 0.0)
        return std::nullopt;
    const Eigen::ArrayXd recall = fromNothing(sweep.tp) / sweep.positives;
    const Eigen::ArrayXd fpr = fromNothing(sweep.fp) / sweep.negatives;
    return DetCurve{fpr.unaryExpr([&](double share) { return shareDeviate(share, negativeRows); }),
                    recall.unaryExpr(
                            [&](double share) { return shareDeviate(1.0 - share, positiveRows); })};
}

std::optional<GainCurve> gainCurve(const ThresholdSweep &sweep)
{
    if (sweep.positives <= 0.0)
        return std::nullopt;
    const double all = sweep.positives + sweep.negatives;
    return GainCurve{fromNothing(sweep.tp + sweep.fp) / all,
                     fromNothing(sweep.tp) / sweep.positives};
}

std::optional<double> netBenefitAtItsWord(const ThresholdSweep &sweep, double pt)
{
    // Thresholds fall, so that those at or above pt come first.
    const auto *begin = sweep.threshold.data();
    const auto shown = std::partition_point(begin, begin + sweep.size(),
                                            [pt](double score) { return score >= pt; })
            - begin;
    return netBenefit(shown > 0 ? sweep.matrix(shown - 1) : sweep.alertOnNothing(), pt);
}

} // namespace oneinn
