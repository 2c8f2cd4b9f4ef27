// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/netbenefit.h"

#include <cassert>

namespace oneinn {

namespace {

/// How many true positives one false positive is weighed as.
double oddsOf(double pt)
{
    assert(pt > 0.0 && pt < 1.0);
    return pt / (1.0 - pt);
}

} // namespace

std::optional<double> netBenefit(const ConfusionMatrix &matrix, double pt,
                                 std::optional<double> prevalence)
{
    const double positives = matrix.positives();
    const double negatives = matrix.negatives();
    if (prevalence) {
        if (positives == 0.0 || negatives == 0.0)
            return std::nullopt;
        return *prevalence * matrix.tp() / positives
                - (1.0 - *prevalence) * matrix.fp() / negatives * oddsOf(pt);
    }
    const double all = positives + negatives;
    if (all == 0.0)
        return std::nullopt;
    return matrix.tp() / all - matrix.fp() / all * oddsOf(pt);
}

double netBenefitOfAlertingAll(double prevalence, double pt)
{
    return prevalence - (1.0 - prevalence) * oddsOf(pt);
}

CostCurvePoint costCurvePoint(double prevalence, double costFp, double costFn, double fpr,
                              double fnr)
{
    const double missWeight = prevalence * costFn;
    const double falseAlarmWeight = (1.0 - prevalence) * costFp;
    const double largest = missWeight + falseAlarmWeight;
    assert(missWeight >= 0.0 && falseAlarmWeight >= 0.0 && largest > 0.0);
    const double probabilityCost = missWeight / largest;
    return {.probabilityCost = probabilityCost,
            .normalisedExpectedCost = fnr * probabilityCost + fpr * (1.0 - probabilityCost),
            .expectedCostPerCase = fnr * missWeight + fpr * falseAlarmWeight,
            .largestCostPerCase = largest};
}

} // namespace oneinn
