// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/outcomevalues.h"

#include <algorithm>
#include <cmath>

/// What thresholds are compared by, as functions of what they catch (tp) and show wrongly (fp),
/// both weighted sums. Each never falls (or never rises) along either of the two.
namespace oneinn {

/// Differences below this share of the largest magnitude are rounding.
inline constexpr double objectiveRounding = 1e-12;

/// Gain over alerting on nothing: what both outcomes of a class are worth anyway cannot swamp the
/// difference between two thresholds.
struct ValueGain {
    double right; ///< what catching a positive is worth more than missing it
    double wrong; ///< what showing a negative is worth more than not showing it

    explicit ValueGain(const OutcomeValues &values)
        : right(values.tp() - values.fn())
        , wrong(values.fp() - values.tn())
    {
    }
    double operator()(double tp, double fp) const { return right * tp + wrong * fp; }
    /// Gains that differ by less are equal.
    double slack(double positives, double negatives) const
    {
        return objectiveRounding * (std::abs(right) * positives + std::abs(wrong) * negatives);
    }
};

} // namespace oneinn
