// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/units.h"

#include <vector>

namespace oneinn::cli {

/// Scores as they stand in the file. Where low scores are positive the predictions hold them
/// negated, so that high is always positive; what a person types and reads is negated back.
class ScoreUnits {
public:
    explicit ScoreUnits(bool lowerIsPositive)
        : m_lowerIsPositive(lowerIsPositive)
    {
    }

    bool lowerIsPositive() const { return m_lowerIsPositive; }

    /// Its own inverse. A difference, because -0.0 would be written as "-0".
    double converted(double score) const { return m_lowerIsPositive ? 0.0 - score : score; }
    Threshold fromFile(double threshold) const { return {converted(threshold)}; }
    double inFile(Threshold threshold) const { return converted(threshold.value); }

    /// low, high; where low scores are positive the low end is the one that belongs to it.
    Interval inFile(const ThresholdInterval &interval) const
    {
        if (m_lowerIsPositive)
            return {converted(interval.high), converted(interval.low)};
        return {interval.low, interval.high};
    }

private:
    bool m_lowerIsPositive;
};

} // namespace oneinn::cli
