// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/latepolicy.h"
#include "core/metrics/confusionmatrix.h"

namespace oneinn {

/// A group of rows: how many, their summed weight, and their summed squared weight, which together
/// give the effective n of a weighted share. Without weights all three are equal.
struct Tally {
    double rows = 0.0;
    double weight = 0.0;
    double squaredWeight = 0.0;

    Tally &operator+=(const Tally &other);
    friend Tally operator+(Tally a, const Tally &b) { return a += b; }
    /// What is left of `whole` without `part`: never below 0, and exactly 0 where no row is left,
    /// so that rounded sums leave no rest.
    friend Tally operator-(const Tally &whole, const Tally &part);
    /// The same rows, each weighing `factor` times as much.
    Tally scaled(double factor) const;
    /// The same rows, each there only in part; share in [0, 1].
    Tally part(double share) const;
    /// The same, as large a part of each as leaves this weight.
    Tally partWeighing(double weight) const;

    friend bool operator==(const Tally &, const Tally &) = default;
};

/// Class weights that restate a file at another share of positives (label shift: scores within each
/// class unchanged). Elkan 2001, theorem 2; Saerens, Latinne & Decaestecker 2002.
struct ClassFactors {
    double positive = 1.0;
    double negative = 1.0;

    friend bool operator==(const ClassFactors &, const ClassFactors &) = default;
};

/// Everything that is counted at one threshold and one budget.
/// Late rows are in latePositive or lateNegative alone, never in the four cells.
struct OperatingCounts {
    Tally tp, fp, fn, tn;
    Tally latePositive;
    Tally lateNegative;
    Tally latePositiveCaught; ///< part of latePositive: would have been shown had it come in time
    Tally lateNegativeCaught; ///< part of lateNegative: would have been shown, wrongly

    Tally late() const { return latePositive + lateNegative; }
    Tally positives() const { return tp + fn + latePositive; }
    Tally negatives() const { return fp + tn + lateNegative; }
    Tally uses() const { return positives() + negatives(); }

    /// Restated at another share of positives: weights change, rows stay what was counted.
    OperatingCounts rebased(const ClassFactors &factors) const;

    /// ShowNothing moves late uses into fn and tn, so that no late tally is left; Unanswered
    /// changes nothing. What waiting and falling back do to them is not in these counts (asserted).
    OperatingCounts folded(LatePolicy policy) const;

    /// The summed weights of the four cells; late uses are not in it unless folded before.
    ConfusionMatrix matrix() const;

    friend bool operator==(const OperatingCounts &, const OperatingCounts &) = default;
};

/// The factors that bring `sampleShare` of positives to `productionShare`; both in (0, 1).
ClassFactors classFactors(double sampleShare, double productionShare);
/// The same from the summed weights of both classes, > 0: one may be so much the heavier that the
/// share of it rounds to 1.
ClassFactors classFactors(double positives, double negatives, double productionShare);

} // namespace oneinn
