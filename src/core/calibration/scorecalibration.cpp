// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/calibration/scorecalibration.h"

namespace oneinn {

std::optional<ScoreCalibration> scoreCalibration(const Predictions &predictions,
                                                 const Selection &selection, const JobControl &job)
{
    constexpr double rowsRead = 0.2;
    constexpr double rowsBinned = 0.6;
    const auto rows = calibrationRows(predictions, selection);
    if (!rows || rows->size() == 0 || job.stopRequested())
        return std::nullopt;
    job.report(rowsRead);
    ScoreCalibration result;
    result.highestScore = rows->probability.maxCoeff();
    result.byBins = calibrationByBins(*rows);
    if (job.stopRequested())
        return std::nullopt;
    job.report(rowsBinned);
    result.recalibration = recalibration(*rows);
    result.observedToExpected = observedToExpected(*rows);
    job.report(1.0);
    return result;
}

} // namespace oneinn
