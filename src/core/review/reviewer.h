// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/units.h"

#include <optional>

namespace oneinn {

/// A person who decides where the model does not: all of it is the asker's assumption.
struct Reviewer {
    double recall = 0.9;       ///< share of the positives that the reviewer finds, in [0, 1]
    double falseAlarms = 0.05; ///< share of the negatives that the reviewer shows, in [0, 1]
    double cost = 0.0;         ///< of one review, in the unit of the values, >= 0
    std::optional<double> minutes = {};       ///< of one review, > 0; absent: no time is told
    std::optional<double> reviewsPerDay = {}; ///< >= 1, whole; absent: there is time for all
    std::optional<double> usesPerDay = {};    ///< >= 1; absent: no days are told

    /// As many reviews as are done are a limit only where it is known of how many uses.
    bool isScarce() const { return reviewsPerDay && usesPerDay; }

    friend bool operator==(const Reviewer &, const Reviewer &) = default;
};
inline constexpr double mostReviewCost = 1e12;
inline constexpr double mostReviewMinutes = 10000.0;
inline constexpr double mostReviewsPerDay = 1e9;
inline constexpr double mostReviewUsesPerDay = 1e15;

/// From where on a person decides, and from where on everything is shown; from <= to.
struct BandThresholds {
    Threshold from;
    Threshold to;

    friend bool operator==(const BandThresholds &, const BandThresholds &) = default;
};

/// What a person sets of a review band.
struct ReviewSetting {
    std::optional<Reviewer> reviewer = {};   ///< absent: the kind of feature's, else the usual one
    std::optional<BandThresholds> band = {}; ///< by hand; absent: the best
    /// It was taken over: what is decided is told with it. The band is there then.
    bool isInForce = false;

    friend bool operator==(const ReviewSetting &, const ReviewSetting &) = default;
};

} // namespace oneinn
