// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/pairedshares.h"

#include "core/comparison/normal.h"
#include "core/metrics/proportion.h"

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <cmath>

namespace oneinn {

namespace {

/// Correlation of the two answers; 0 where one of them is always the same.
double correctedCorrelation(const PairedCounts &c)
{
    const double margins =
            (c.both + c.onlyA) * (c.onlyB + c.neither) * (c.both + c.onlyB) * (c.onlyA + c.neither);
    if (margins <= 0.0)
        return 0.0;
    const double agreement = c.both * c.neither - c.onlyA * c.onlyB;
    const double corrected =
            agreement > 0.0 ? std::max(0.0, agreement - c.total() / 2.0) : agreement;
    return corrected / std::sqrt(margins);
}

/// Two distances, correlated, joined as standard errors are.
double joined(double a, double b, double correlation)
{
    return std::sqrt(std::max(0.0, a * a - 2.0 * correlation * a * b + b * b));
}

} // namespace

std::optional<McNemarTest> mcNemarTest(double onlyA, double onlyB)
{
    const double differing = onlyA + onlyB;
    if (!(differing > 0.0))
        return std::nullopt;
    const double apart = std::abs(onlyA - onlyB);
    const double correctedApart = std::max(0.0, apart - 1.0);
    const boost::math::binomial chance(differing, 0.5);
    const double fewer = std::min(onlyA, onlyB);
    const double atMost = boost::math::cdf(chance, fewer);
    const double exactly = boost::math::pdf(chance, fewer);
    return McNemarTest{
            .chiSquared = apart * apart / differing,
            .p = normal::twoSidedP(apart / std::sqrt(differing)),
            .correctedChiSquared = correctedApart * correctedApart / differing,
            .correctedP = normal::twoSidedP(correctedApart / std::sqrt(differing)),
            .exactP = std::min(1.0, 2.0 * atMost),
            .midP = std::min(1.0, 2.0 * atMost - exactly),
    };
}

std::optional<PairedDifference> newcombeDifference(const PairedCounts &counts, double confidence)
{
    const double n = counts.total();
    if (!(n > 0.0))
        return std::nullopt;
    const double a = (counts.both + counts.onlyA) / n;
    const double b = (counts.both + counts.onlyB) / n;
    const Interval ofA = wilsonInterval(counts.both + counts.onlyA, n, confidence);
    const Interval ofB = wilsonInterval(counts.both + counts.onlyB, n, confidence);
    const double correlation = correctedCorrelation(counts);
    const double difference = (counts.onlyA - counts.onlyB) / n;
    return PairedDifference{difference,
                            {difference - joined(a - ofA.low, ofB.high - b, correlation),
                             difference + joined(b - ofB.low, ofA.high - a, correlation)}};
}

} // namespace oneinn
