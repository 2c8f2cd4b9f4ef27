// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/thresholdsweep.h"

#include <Eigen/Core>

#include <optional>

/// Views of a sweep beside those of core/metrics/curves.h, each from showing nothing on, so one row
/// more than the sweep.
namespace oneinn {

/// A share as a deviate of the standard normal distribution, held half a row away from none and
/// from all of `rows` > 0, which would lie infinitely far away. Martin et al. 1997.
double shareDeviate(double share, double rows);

/// Detection error tradeoff: missed against wrongly shown, both as deviates. Absent if a class is
/// missing. The number of rows of a class, not their weight, says how far away none of it is.
struct DetCurve {
    Eigen::ArrayXd fpr;
    Eigen::ArrayXd fnr;
};
std::optional<DetCurve> detCurve(const ThresholdSweep &sweep, double positiveRows,
                                 double negativeRows);

/// Cumulative gain: recall against the share shown. Absent without positives.
struct GainCurve {
    Eigen::ArrayXd shown;
    Eigen::ArrayXd recall;
};
std::optional<GainCurve> gainCurve(const ThresholdSweep &sweep);

/// Net benefit at a threshold probability pt in (0, 1) of showing what has a score of at least pt:
/// of taking scores, in [0, 1], for probabilities. Absent without uses. Vickers & Elkin 2006.
std::optional<double> netBenefitAtItsWord(const ThresholdSweep &sweep, double pt);

} // namespace oneinn
