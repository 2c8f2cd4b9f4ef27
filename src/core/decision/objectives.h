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

/// What the decisions lose against perfect ones: each outcome against the better one of its class.
struct Loss {
    double tp, fp, fn, tn;
    double positives, negatives;

    Loss(const OutcomeValues &values, double allPositives, double allNegatives)
        : tp(std::max(0.0, values.fn() - values.tp()))
        , fp(std::max(0.0, values.tn() - values.fp()))
        , fn(std::max(0.0, values.tp() - values.fn()))
        , tn(std::max(0.0, values.fp() - values.tn()))
        , positives(allPositives)
        , negatives(allNegatives)
    {
    }
    double operator()(double caught, double wronglyShown) const
    {
        return tp * caught + fp * wronglyShown + fn * (positives - caught)
                + tn * (negatives - wronglyShown);
    }
    /// The most that still counts as near the smallest loss.
    double limit(double smallest, double relativeTolerance) const
    {
        const double largest = (fn + tp) * positives + (tn + fp) * negatives;
        return (1.0 + relativeTolerance) * smallest + objectiveRounding * largest;
    }
};

} // namespace oneinn
