// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/calibration/calibrationbybins.h"
#include "core/calibration/recalibration.h"
#include "core/job.h"

#include <optional>

namespace oneinn {

/// Everything about how well a selection's scores come true.
struct ScoreCalibration {
    std::optional<CalibrationByBins> byBins;
    std::optional<Recalibration> recalibration;
    std::optional<double> observedToExpected;
    double highestScore = 0.0; ///< in [0, 1]
};

/// Absent where a score lies outside [0, 1], so that scores are no probabilities, without rows, and
/// when stopped.
std::optional<ScoreCalibration> scoreCalibration(const Predictions &predictions,
                                                 const Selection &selection,
                                                 const JobControl &job = {});

} // namespace oneinn
