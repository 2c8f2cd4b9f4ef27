// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/pointmetrics.h"

#include <cassert>
#include <cmath>

namespace oneinn {

namespace {

std::optional<double> ratio(double numerator, double denominator)
{
    if (denominator == 0.0)
        return std::nullopt;
    return numerator / denominator;
}

std::optional<double> matthewsCorrelation(const ConfusionMatrix &m)
{
    const double notShown = m.fn() + m.tn();
    // Two square roots: the product of all four margins can overflow.
    return ratio(m.tp() * m.tn() - m.fp() * m.fn(),
                 std::sqrt(m.alerts() * m.positives()) * std::sqrt(m.negatives() * notShown));
}

} // namespace

std::optional<double> fScore(const ConfusionMatrix &m, double beta)
{
    assert(beta > 0.0);
    const double b2 = beta * beta;
    const double hits = (1.0 + b2) * m.tp();
    return ratio(hits, hits + b2 * m.fn() + m.fp());
}

PointMetrics pointMetrics(const ConfusionMatrix &m)
{
    PointMetrics result;
    result.precision = ratio(m.tp(), m.alerts());
    result.recall = ratio(m.tp(), m.positives());
    result.specificity = ratio(m.tn(), m.negatives());
    result.npv = ratio(m.tn(), m.tn() + m.fn());
    result.fpr = ratio(m.fp(), m.negatives());
    result.fnr = ratio(m.fn(), m.positives());
    result.accuracy = ratio(m.tp() + m.tn(), m.total());
    result.alertRate = ratio(m.alerts(), m.total());
    result.prevalence = ratio(m.positives(), m.total());
    if (result.recall && result.specificity) {
        result.balancedAccuracy = (*result.recall + *result.specificity) / 2.0;
        result.youdenJ = *result.recall + *result.specificity - 1.0;
    }
    if (result.precision && result.prevalence)
        result.lift = ratio(*result.precision, *result.prevalence);
    result.fHalf = fScore(m, 0.5);
    result.f1 = fScore(m, 1.0);
    result.f2 = fScore(m, 2.0);
    result.mcc = matthewsCorrelation(m);
    return result;
}

} // namespace oneinn
