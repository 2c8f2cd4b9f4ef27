// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/confusionmatrix.h"
#include "core/metrics/operatingcounts.h"

/// What a slide tells of a model: two rates, how common positives are, and how many uses there are.
namespace oneinn {

struct FourNumbers {
    double recall = 0.0;            ///< share of the positives shown, in [0, 1]
    double falsePositiveRate = 0.0; ///< share of the negatives shown, in [0, 1]
    double baseRate = 0.5;          ///< share of positives, in (0, 1)
    double uses = 1.0;              ///< in a year, say; > 0. Not how many it was measured on
};

/// The cells that they come to, in uses. Of how many cases the rates are from is not in them, so
/// there is no interval to any of it.
ConfusionMatrix matrixOf(const FourNumbers &numbers);

/// A table of whole uses as counts, each a case of its own.
OperatingCounts countsOf(const ConfusionMatrix &table);

} // namespace oneinn
