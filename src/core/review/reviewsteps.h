// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/review/reviewband.h"
#include "core/units.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace oneinn {

/// A use that the model decides.
struct ReviewedUse {
    double score = 0.0;
    double weight = 1.0; ///< > 0
    bool positive = false;
    std::uint32_t unit = 0; ///< whose use it is: those of one unit are held out together
};

/// Two thresholds on rows, and what they do to them. from == to: nobody reviews.
struct FoundBand {
    Threshold from;
    Threshold to;
    double cost = 0.0; ///< per use, shadow price included
    double silent = 0.0;
    double reviewed = 0.0; ///< share of the uses; these three add up to 1
    double shown = 0.0;

    bool isOpen() const { return from.value < to.value; }
};

/// The best band where there is not time for every review.
struct ScarceBand {
    FoundBand band;     ///< its cost without the shadow price
    double price = 0.0; ///< what one more review would be worth: the shadow price
};

/// Uses by their score, summed up to every threshold: each band's cost is a sum of four numbers,
/// and no calibration is needed.
class ReviewSteps {
public:
    /// At least one use, in any order.
    explicit ReviewSteps(std::vector<ReviewedUse> uses);

    /// The cheapest of all pairs of thresholds, by a running minimum: O(thresholds). Of equals that
    /// with the higher thresholds, which shows and asks least.
    FoundBand best(const ReviewTerms &terms) const;
    /// The cheapest single threshold.
    FoundBand bestWithout(const ReviewTerms &terms) const;
    /// Any pair, from <= to.
    FoundBand at(Threshold from, Threshold to, const ReviewTerms &terms) const;
    /// The cheapest whose share of reviews is at most so many, in one pass with a sliding minimum.
    /// Uses of one score go together, so that less may be used than there is. The shadow price is
    /// found by bisection: the least at which no more reviews than these are asked for.
    ScarceBand bestWithin(double mostReviewed, ReviewTerms terms) const;

private:
    std::size_t cuts() const { return m_positive.size(); }
    std::size_t cutOf(Threshold threshold) const;
    Threshold thresholdOf(std::size_t cut) const;
    FoundBand bestOfAtMost(double mostReviewed, const ReviewTerms &terms) const;
    FoundBand between(std::size_t from, std::size_t to, const ReviewTerms &terms) const;

    std::vector<double> m_score;    ///< different ones, rising
    std::vector<double> m_positive; ///< weight below each of these, and of all
    std::vector<double> m_negative;
};

} // namespace oneinn
