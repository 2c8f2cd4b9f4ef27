// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/outcomevalues.h"
#include "core/metrics/confusionmatrix.h"

#include <optional>

/// What more labelled uses would be worth: by a flat prior the difference between the choice and
/// what it was chosen over is normal around what was found (Raiffa & Schlaifer 1961).
namespace oneinn {

/// A difference of value per use, what was chosen too good by taken off.
struct KnownDifference {
    double difference = 0.0;
    double standardError = 0.0; ///< >= 0
    double uses = 0.0;          ///< labelled, > 0; independent ones, or as many as tell as much
};

/// Of so many more labelled uses like these.
struct LabelPlan {
    double more = 0.0;
    double perUse = 0.0;         ///< expected gain of choosing again, for each use to come
    double chanceOfChange = 0.0; ///< that the other then looks better
};
/// more >= 0.
LabelPlan worthOfLabels(const KnownDifference &known, double more);
/// Expected gain for each use to come, were the difference known exactly.
double worthOfCertainty(const KnownDifference &known);

/// Where two choices are worth the same: one value changed, all else as it is. Absent where the
/// outcome is as frequent with either.
struct BreakEven {
    std::optional<double> tp, fp, fn, tn;
    /// Share of really good ones; absent unless it lies between 0 and 1.
    std::optional<double> baseRate;
};
/// Shares of all uses. goodShare: in (0, 1), what the shares are at.
BreakEven breakEven(const ConfusionMatrix &now, const ConfusionMatrix &other,
                    const OutcomeValues &values, double goodShare);

} // namespace oneinn
