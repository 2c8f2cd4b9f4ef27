// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/outcomevalues.h"
#include "core/decision/promise.h"
#include "core/metrics/thresholdsweep.h"
#include "core/units.h"

#include <cstdint>
#include <optional>
#include <vector>

/// The best threshold by different objectives, over every distinct score and "alert on nothing".
namespace oneinn {

struct BestThreshold {
    double best = 0.0;                        ///< the objective there
    std::vector<ThresholdInterval> intervals; ///< all that reach it, highest first
    Threshold threshold; ///< operatingThreshold() of the highest: fewest interruptions
};

/// Most valuable threshold; `best` is the summed value of the sweep's rows (late rows that the
/// sweep counts only in its totals fall into fn and tn). Rows with equal tp and fp decide alike and
/// form one interval; neighbours that are as good but decide otherwise stay apart. Values that
/// differ by less than 1e-12 of the largest difference any threshold could make are equal.
BestThreshold mostValuableThreshold(const ThresholdSweep &sweep, const OutcomeValues &values);

/// Highest F1 (equal within 1e-12); absent if there is no positive.
std::optional<BestThreshold> highestF1(const ThresholdSweep &sweep);

/// An operating point found under a limit, or how far the data can go. A threshold keeps the limit
/// if its metric is defined and at most 1e-12 below it. Nothing is found without positives.
struct ConstrainedThreshold {
    struct Found {
        ThresholdInterval interval; ///< thresholds with the same decisions
        Threshold threshold;        ///< the distinct score at the upper end of the interval
        double precision = 0.0;
        double recall = 0.0;
    };
    std::optional<Found> found;
    std::vector<double> feasible;             ///< distinct scores that keep the limit, descending
    std::optional<double> bestReachable;      ///< of what is limited, over all thresholds
    std::optional<Threshold> bestReachableAt; ///< the highest threshold that reaches it
};

/// Whether `feasible` is wanted as well: as many as there are distinct scores, and a pass of its
/// own.
enum class FeasibleScores : std::uint8_t { Told, LeftOut };

/// Most recall with the promised precision >= limit; among equal recall the higher one, then the
/// higher threshold. Every distinct score is tried: precision is not monotone. By the lower limit
/// those keep it where PromiseWalk does; `bestReachable` is that limit, wherever it is highest.
ConstrainedThreshold mostRecallAtPrecision(const ThresholdSweep &sweep, double limit,
                                           const Promise &promise = {},
                                           FeasibleScores feasible = FeasibleScores::Told);
/// Most precision with recall >= limit; among equal precision the higher recall, then the higher
/// threshold.
ConstrainedThreshold mostPrecisionAtRecall(const ThresholdSweep &sweep, double limit);

} // namespace oneinn
