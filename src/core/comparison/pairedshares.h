// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/units.h"

#include <optional>

/// Two yes-or-no answers about the same rows. For shares whose denominator is the same for both:
/// recall (rows: positives), false-alarm rate (rows: negatives), late uses (rows: all). Not for
/// precision, since each model has its own alerts: see pairedprecision.h.
namespace oneinn {

/// How many rows get a yes from whom; whole numbers, >= 0.
struct PairedCounts {
    double both = 0.0;
    double onlyA = 0.0;
    double onlyB = 0.0;
    double neither = 0.0;

    double total() const { return both + onlyA + onlyB + neither; }
};

/// Is the difference more than chance? Two-sided p-values; McNemar 1947.
struct McNemarTest {
    double chiSquared = 0.0;
    double p = 0.0;
    double correctedChiSquared = 0.0; ///< Edwards' continuity correction
    double correctedP = 0.0;
    double exactP = 0.0; ///< binomial
    double midP = 0.0;   ///< exact less half of the observed outcome's probability: the one shown
};

/// From the rows on which the two differ; absent if there are none.
std::optional<McNemarTest> mcNemarTest(double onlyA, double onlyB);

/// Share of A less that of B. Newcombe 1998 (Statistics in Medicine 17:2635), method 10: Wilson
/// intervals of both, joined by a continuity-corrected correlation. Absent without rows.
struct PairedDifference {
    double difference = 0.0;
    Interval interval;
};
std::optional<PairedDifference> newcombeDifference(const PairedCounts &counts,
                                                   double confidence = 0.95);

} // namespace oneinn
