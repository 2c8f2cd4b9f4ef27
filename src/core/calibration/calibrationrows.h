// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictionindex.h"

#include <Eigen/Core>

#include <optional>

namespace oneinn {

/// Probabilities and what came of them, of one length; columns of a selection, whatever it took
/// to answer. Failed calls have neither.
struct CalibrationRows {
    LabelColumn label;
    Eigen::ArrayXd probability; ///< in [0, 1]
    Eigen::ArrayXd weight;      ///< > 0; 1 where the file has none
    bool weighted = false;
    CodeColumn user = {}, day = {}; ///< empty where the file does not say

    Eigen::Index size() const { return label.size(); }
};

/// Absent where a score lies outside [0, 1]: it is no probability, and nothing can be said of how
/// well it is calibrated.
std::optional<CalibrationRows> calibrationRows(const Predictions &predictions,
                                               const Selection &selection);
std::optional<CalibrationRows> calibrationRows(const PredictionIndex &index);

} // namespace oneinn
