// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/calibration/scorecalibration.h"
#include "core/predictions/predictionindex.h"
#include "report/report.h"

#include <optional>

namespace oneinn::report {

/// What came true against what scores say, in bins with their intervals, and what the scores come
/// to; along the axis that suits the scores. Absent without bins.
std::optional<Figure> calibrationFigure(const PredictionIndex &index,
                                        const ScoreCalibration &calibration,
                                        const QString &caption);

} // namespace oneinn::report
