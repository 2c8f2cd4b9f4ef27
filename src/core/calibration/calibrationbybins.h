// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/calibration/calibrationrows.h"
#include "core/metrics/proportion.h"

#include <optional>
#include <vector>

/// Do so many of 100 come true as the scores say? Told in bins.
namespace oneinn {

struct ReliabilityBin {
    double rows = 0.0;
    double low = 0.0; ///< the lowest and the highest score in it
    double high = 0.0;
    double meanScore = 0.0;
    /// What came true. In a bin of none, or of all, rows of one user or day are taken as alike as
    /// in the nearest bin with both.
    Proportion observed;
};

struct CalibrationByBins {
    std::vector<ReliabilityBin> bins; ///< scores rising
    /// Expected calibration error: mean distance between score and outcome, by bins. Chance alone
    /// makes one: see expectedErrorIfCalibrated.
    double expectedError = 0.0;
    double expectedErrorIfCalibrated = 0.0;
    double rmsErrorDebiased = 0.0; ///< Kumar, Liang & Ma 2019
    double brier = 0.0;            ///< = reliability - resolution + uncertainty + within, exactly
    double reliability = 0.0;      ///< Murphy 1973
    double resolution = 0.0;
    double uncertainty = 0.0;
    double within = 0.0; ///< what the bins hide
    std::optional<double>
            spiegelhalterZ; ///< Spiegelhalter 1986; absent where every score is 0, 1/2 or 1
    std::optional<double> spiegelhalterP; ///< two-sided
};

/// Equal counts in each bin, ties never parted: bin k of B ends at rank ceil(k n / B), prolonged
/// over ties, so that fewer may be left. B: as asked, or min(10, n / 50, a fifth of the rarer
/// class). Absent with fewer than three bins: there is too little to say.
std::optional<CalibrationByBins> calibrationByBins(const CalibrationRows &rows,
                                                   std::optional<int> bins = {});

} // namespace oneinn
