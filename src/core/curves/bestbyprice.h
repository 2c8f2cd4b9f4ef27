// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/thresholdsweep.h"
#include "core/units.h"

#include <optional>
#include <vector>

/// Which threshold is the best at which price of missed ones against wrong ones. It takes no
/// calibrated scores, nor scores that are probabilities.
namespace oneinn {

/// A threshold that is the best one somewhere: a corner of the convex hull of the ROC curve.
struct BestSomewhere {
    Threshold threshold;
    double gain = 0.0; ///< what it catches, and
    double loss = 0.0; ///< what it shows wrongly, in the units of BestByPrice
    Interval weights;  ///< where it is the best; neighbours meet
};

/// Where a point comes nearest to the best.
struct Suited {
    Interval weights;
    bool isBest = false; ///< it is as good as any there

    double middle() const { return (weights.low + weights.high) / 2.0; }
};

/// Of a weight w in [0, 1] the best threshold has the largest w gain - (1 - w) loss: at 0 only
/// wrong ones weigh, at 1 only missed ones. Showing nothing is one of the thresholds; showing what
/// no threshold shows (late answers) is not.
class BestByPrice {
public:
    /// Gains and losses as shares of each class: w is the probability cost PC(+) of Drummond &
    /// Holte 2006. Absent if a class is missing.
    static std::optional<BestByPrice> ofRates(const ThresholdSweep &sweep);
    /// As shares of all uses: 1 - w is the threshold probability of a decision curve (Vickers &
    /// Elkin 2006). Absent without uses.
    static std::optional<BestByPrice> ofUses(const ThresholdSweep &sweep);

    /// Weights rising, thresholds falling; never empty.
    const std::vector<BestSomewhere> &all() const { return m_all; }
    const BestSomewhere &at(double weight) const;
    /// The weights that a point suits: where it is the best, or else where it is least behind.
    Suited suited(double gain, double loss) const;

private:
    BestByPrice(const ThresholdSweep &sweep, double gainUnit, double lossUnit);

    std::vector<BestSomewhere> m_all;
};

/// Drummond & Holte's normalised expected cost of a point at a probability cost.
double normalisedExpectedCost(double recall, double fpr, double probabilityCost);
/// Net benefit of shares of all uses, at a threshold probability below 1.
double netBenefitOfShares(double rightShown, double wrongShown, double pt);

} // namespace oneinn
