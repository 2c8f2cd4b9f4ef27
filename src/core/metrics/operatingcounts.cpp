// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/operatingcounts.h"

#include <algorithm>
#include <cassert>

namespace oneinn {

Tally &Tally::operator+=(const Tally &other)
{
    rows += other.rows;
    weight += other.weight;
    squaredWeight += other.squaredWeight;
    return *this;
}

Tally operator-(const Tally &whole, const Tally &part)
{
    constexpr double rounding = 1e-12; // of parts of rows; a row in a billion is more
    if (whole.rows <= part.rows * (1.0 + rounding))
        return {};
    return {whole.rows - part.rows, std::max(0.0, whole.weight - part.weight),
            std::max(0.0, whole.squaredWeight - part.squaredWeight)};
}

Tally Tally::scaled(double factor) const
{
    return {rows, factor * weight, factor * factor * squaredWeight};
}

Tally Tally::part(double share) const
{
    return {rows * share, weight * share, squaredWeight * share};
}

Tally Tally::partWeighing(double wanted) const
{
    return part(weight > 0.0 ? std::clamp(wanted / weight, 0.0, 1.0) : 0.0);
}

OperatingCounts OperatingCounts::rebased(const ClassFactors &factors) const
{
    return {.tp = tp.scaled(factors.positive),
            .fp = fp.scaled(factors.negative),
            .fn = fn.scaled(factors.positive),
            .tn = tn.scaled(factors.negative),
            .latePositive = latePositive.scaled(factors.positive),
            .lateNegative = lateNegative.scaled(factors.negative),
            .latePositiveCaught = latePositiveCaught.scaled(factors.positive),
            .lateNegativeCaught = lateNegativeCaught.scaled(factors.negative)};
}

OperatingCounts OperatingCounts::folded(LatePolicy policy) const
{
    assert(policy == LatePolicy::ShowNothing || policy == LatePolicy::Unanswered);
    if (policy == LatePolicy::Unanswered)
        return *this;
    return {.tp = tp,
            .fp = fp,
            .fn = fn + latePositive,
            .tn = tn + lateNegative,
            .latePositive = {},
            .lateNegative = {},
            .latePositiveCaught = {},
            .lateNegativeCaught = {}};
}

ConfusionMatrix OperatingCounts::matrix() const
{
    return {tp.weight, fp.weight, fn.weight, tn.weight};
}

ClassFactors classFactors(double sampleShare, double productionShare)
{
    assert(sampleShare > 0.0 && sampleShare < 1.0);
    assert(productionShare > 0.0 && productionShare < 1.0);
    return {productionShare / sampleShare, (1.0 - productionShare) / (1.0 - sampleShare)};
}

ClassFactors classFactors(double positives, double negatives, double productionShare)
{
    assert(positives > 0.0 && negatives > 0.0);
    assert(productionShare > 0.0 && productionShare < 1.0);
    const double all = positives + negatives;
    return {productionShare * (all / positives), (1.0 - productionShare) * (all / negatives)};
}

} // namespace oneinn
