// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/fournumbers.h"

namespace oneinn {

ConfusionMatrix matrixOf(const FourNumbers &numbers)
{
    const double positives = numbers.uses * numbers.baseRate;
    const double negatives = numbers.uses - positives;
    const double right = positives * numbers.recall;
    const double wrong = negatives * numbers.falsePositiveRate;
    return {right, wrong, positives - right, negatives - wrong};
}

OperatingCounts countsOf(const ConfusionMatrix &table)
{
    const auto counted = [](double cases) { return Tally{cases, cases, cases}; };
    OperatingCounts counts;
    counts.tp = counted(table.tp());
    counts.fp = counted(table.fp());
    counts.fn = counted(table.fn());
    counts.tn = counted(table.tn());
    return counts;
}

} // namespace oneinn
