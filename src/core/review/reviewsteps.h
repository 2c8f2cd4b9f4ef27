// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/review/reviewband.h"
#include "core/units.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace oneinn {

/// A use that the model decides.
struct ReviewedUse {
    double score = 0.0;
    double weight = 1.0; ///< > 0
    bool positive = false;
    std::uint32_t row = 0; ///< of the file
};

/// Two thresholds on rows, and what they do to them. from == to: nobody reviews.
struct FoundBand {
    Threshold from;
    Threshold to;
    ThresholdInterval fromAlike; ///< thresholds that decide as `from` does
    ThresholdInterval toAlike;
    double cost = 0.0; ///< per use, shadow price included
    double silent = 0.0;
    double reviewed = 0.0; ///< share of the uses; these three add up to 1
    double shown = 0.0;
    /// By the model and by the reviewer; absent where nothing is shown, or nothing is positive.
    std::optional<double> wrongOfShown;
    std::optional<double> missed; ///< share of all positives, for whatever reason

    bool isOpen() const { return from.value < to.value; }
};

/// The best band where there is not time for every review.
struct ScarceBand {
    FoundBand band; ///< its cost without the shadow price
    /// The price of a review, on top of its cost, at which no more reviews than these are asked
    /// for. What the next review brings is another number: uses of one score go together.
    double price = 0.0;
};

/// Uses by their score, summed up to every threshold: each band's cost is a sum of four numbers,
/// and no calibration is needed.
class ReviewSteps {
public:
    /// At least one use, in any order.
    explicit ReviewSteps(std::vector<ReviewedUse> uses);
    /// Of uses in the order of their scores those that count: at least one.
    using Counts = std::function<bool(std::size_t use)>;
    ReviewSteps(const std::vector<ReviewedUse> &sorted, const Counts &counts);

    /// The weight of positives that neither model nor person decides, being late or gone: they are
    /// missed, whatever the band.
    void addUndecided(double positive) { m_undecided = positive; }

    /// The cheapest of all pairs of thresholds, by a running minimum: O(thresholds). Of equals that
    /// with the higher thresholds, which shows and asks least.
    FoundBand best(const ReviewTerms &terms) const;
    /// The cheapest single threshold.
    FoundBand bestWithout(const ReviewTerms &terms) const;
    /// Any pair, from <= to; O(log thresholds).
    FoundBand at(Threshold from, Threshold to, const ReviewTerms &terms) const;
    /// The cheapest whose share of reviews is at most so many, in one pass with a sliding minimum.
    /// Uses of one score go together, so that less may be used than there is.
    FoundBand bestOfAtMost(double mostReviewed, const ReviewTerms &terms) const;
    /// The same with its shadow price, by bisection.
    ScarceBand bestWithin(double mostReviewed, ReviewTerms terms) const;
    /// The price of a review, on top of its cost, from which on no band is better than the best
    /// threshold; below 0: reviews would have to cost so much less. At most closingPrice(), which
    /// they reach where as many come true as the chance says. The terms' own price counts for
    /// nothing. The largest of all bands' gains per review (Dinkelbach 1967).
    double closesAt(ReviewTerms terms) const;

private:
    void add(const ReviewedUse &use, double &positive, double &negative);
    std::size_t cuts() const { return m_positive.size(); }
    std::size_t cutOf(Threshold threshold) const;
    Threshold thresholdOf(std::size_t cut) const;
    ThresholdInterval alikeAt(std::size_t cut) const;
    FoundBand cheapestOfFew(double mostReviewed, const ReviewTerms &terms) const;
    FoundBand between(std::size_t from, std::size_t to, const ReviewTerms &terms) const;

    std::vector<double> m_score;    ///< different ones, rising
    std::vector<double> m_positive; ///< weight below each of these, and of all
    std::vector<double> m_negative;
    double m_undecided = 0.0; ///< of positives
};

} // namespace oneinn
