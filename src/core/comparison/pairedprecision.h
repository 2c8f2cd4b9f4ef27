// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/pairedshares.h"
#include "core/units.h"

#include <optional>

namespace oneinn {

/// What two models show of the same rows; whole numbers, >= 0.
struct PairedAlerts {
    double trueA = 0.0; ///< right ones of those A shows
    double alertsA = 0.0;
    double trueB = 0.0;
    double alertsB = 0.0;
    double bothTrue = 0.0;  ///< right ones that both show
    double bothFalse = 0.0; ///< wrong ones that both show
};

/// Do two models differ in precision? The weighted generalised score of Kosinski 2013 (Statistics
/// in Medicine 32:964), on one degree of freedom.
struct PairedPrecision {
    double precisionA = 0.0;
    double precisionB = 0.0;
    double pooled = 0.0;     ///< right ones of all alerts of both
    double covariance = 0.0; ///< from the rows that both show: the score's C
    double standardError = 0.0;
    std::optional<double> chiSquared; ///< absent where the standard error is 0
    std::optional<double> p;          ///< two-sided
    /// Of A's precision less B's: Wald's with the score's own standard error, so that it leaves 0
    /// out exactly where p < 1 - confidence. Within [-1, 1].
    PairedDifference difference;
};

/// Absent if either shows nothing.
std::optional<PairedPrecision> pairedPrecision(const PairedAlerts &alerts,
                                               double confidence = 0.95);

} // namespace oneinn
