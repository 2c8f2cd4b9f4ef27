// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <limits>
#include <optional>

/// Quantities that must not be mixed up, each in its own type.
namespace oneinn {

/// A score at or above which a prediction alerts (is shown). +infinity alerts on nothing.
struct Threshold {
    double value = 0.5;

    static constexpr Threshold alertOnNothing()
    {
        return {std::numeric_limits<double>::infinity()};
    }

    friend constexpr bool operator==(const Threshold &, const Threshold &) = default;
};

/// A span of time. +infinity is a time-out: late for every budget.
struct Milliseconds {
    double value = 0.0;

    friend constexpr bool operator==(const Milliseconds &, const Milliseconds &) = default;
};

/// The longest wait that still counts as on time (on time iff latency <= budget); absent = no
/// limit.
using Budget = std::optional<Milliseconds>;

/// A closed interval of real numbers.
struct Interval {
    double low = 0.0;
    double high = 0.0;

    double width() const { return high - low; }

    friend bool operator==(const Interval &, const Interval &) = default;
};

/// Thresholds that all make the same decisions: every t with low < t <= high.
/// low may be -infinity (below every score), high +infinity (above every score).
struct ThresholdInterval {
    double low = -std::numeric_limits<double>::infinity();
    double high = std::numeric_limits<double>::infinity();
    /// Scores are where bins begin: what a threshold between the two would decide nobody knows.
    bool isOfBins = false;

    bool contains(Threshold t) const { return low < t.value && t.value <= high; }

    /// The threshold to operate at: the midpoint; +infinity where high is, and high itself where
    /// low is -infinity, no number lies between the two, or it is of bins.
    Threshold operatingThreshold() const;

    friend bool operator==(const ThresholdInterval &, const ThresholdInterval &) = default;
};

} // namespace oneinn
