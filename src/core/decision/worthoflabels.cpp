// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/worthoflabels.h"

#include <boost/math/distributions/normal.hpp>

#include <cmath>

namespace oneinn {

namespace {

/// Expected gain of choosing by what has a standard deviation around a difference.
double unitNormalLoss(double difference, double deviation)
{
    if (!(deviation > 0.0))
        return 0.0;
    const boost::math::normal normal;
    const double z = std::abs(difference) / deviation;
    return deviation
            * (boost::math::pdf(normal, z)
               - z * boost::math::cdf(boost::math::complement(normal, z)));
}

std::optional<double> breakEvenValue(double value, double difference, double moreOften)
{
    // What differs by rounding does not differ.
    constexpr double rounding = 1e-12;
    return std::abs(moreOften) > rounding ? std::optional(value - difference / moreOften)
                                          : std::nullopt;
}

} // namespace

LabelPlan worthOfLabels(const KnownDifference &known, double more)
{
    LabelPlan plan{.more = more};
    const double deviation = known.standardError * std::sqrt(more / (known.uses + more));
    plan.perUse = unitNormalLoss(known.difference, deviation);
    if (deviation > 0.0)
        plan.chanceOfChange =
                boost::math::cdf(boost::math::normal(), -std::abs(known.difference) / deviation);
    return plan;
}

double worthOfCertainty(const KnownDifference &known)
{
    return unitNormalLoss(known.difference, known.standardError);
}

BreakEven breakEven(const ConfusionMatrix &now, const ConfusionMatrix &other,
                    const OutcomeValues &values, double goodShare)
{
    const double tp = other.tp() - now.tp();
    const double fp = other.fp() - now.fp();
    const double fn = other.fn() - now.fn();
    const double tn = other.tn() - now.tn();
    const double ofGood = tp * values.tp() + fn * values.fn();
    const double ofBad = fp * values.fp() + tn * values.tn();
    const double difference = ofGood + ofBad;
    BreakEven result{.tp = breakEvenValue(values.tp(), difference, tp),
                     .fp = breakEvenValue(values.fp(), difference, fp),
                     .fn = breakEvenValue(values.fn(), difference, fn),
                     .tn = breakEvenValue(values.tn(), difference, tn),
                     .baseRate = {}};
    const double perGood = ofGood / goodShare;
    const double perBad = ofBad / (1.0 - goodShare);
    const double share = perBad / (perBad - perGood);
    if (share > 0.0 && share < 1.0)
        result.baseRate = share;
    return result;
}

} // namespace oneinn
