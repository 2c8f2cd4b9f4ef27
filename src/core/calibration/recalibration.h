// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/calibration/calibrationrows.h"
#include "core/units.h"

#include <cstdint>
#include <optional>

/// How the scores would have to be bent to come true. Cox 1958: a logistic regression of the
/// outcome on logit(score), scores held 1e-6 away from 0 and 1.
namespace oneinn {

/// How far scores are held away from 0 and 1. Those nearer come to one and the same.
inline constexpr double heldFromEnds = 1e-6;

enum class CalibrationVerdict : std::uint8_t {
    Enough, ///< slope surely within 0.8 to 1.25, and the level within 0.2 of logits: our limits
    Not,    ///< one of them surely outside
    CannotBeTold ///< neither; a test that finds nothing says nothing
};

struct Recalibration {
    double slope = 1.0; ///< below 1: too sure of itself; above: too timid
    double intercept = 0.0;
    double slopeError = 0.0; ///< standard error
    Interval slopeInterval;  ///< 95 %
    double inTheLarge = 0.0; ///< the intercept at a slope of 1: above 0, scores are too low
    Interval inTheLargeInterval;

    CalibrationVerdict verdict() const;
    /// What a score comes to; both in (0, 1).
    double recalibrated(double score) const;
    /// The score that comes to a probability; absent with a slope of 0 or less, where the order is
    /// turned round.
    std::optional<double> scoreFor(double probability) const;
};

/// Absent where it cannot be estimated: one class, scores all alike, or scores that part the
/// classes without exception. Errors are the model's own (inverse Fisher information), with weights
/// the sandwich's (Huber 1967), with users or days that of their sums; intervals are without bounds
/// with fewer than fewestClusters of them.
std::optional<Recalibration> recalibration(const CalibrationRows &rows);

/// What came true to what the scores added up to; absent where they add up to 0.
std::optional<double> observedToExpected(const CalibrationRows &rows);

} // namespace oneinn
