// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/calibration/recalibration.h"
#include "core/predictions/predictions.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace oneinn {

/// One model's mapping, and what it was fitted on.
struct ModelRecalibration {
    std::optional<std::string> model; ///< absent: the file's rows are of no model
    Recalibration bent;
    double rows = 0.0;
    bool merges = false; ///< scores that differed come to one: they were too near to 0 or 1
};

struct RecalibratedPredictions {
    PredictionsPtr predictions;
    std::vector<ModelRecalibration> models; ///< in the order of the file's models
};

enum class RecalibrationFault : std::uint8_t {
    NoProbabilities, ///< a score lies outside [0, 1]
    NotToBeFitted,   ///< one class, scores all alike, or scores that part the classes
    Reversed         ///< higher scores come true less often: recalibrating turns their order round
};
struct RecalibrationProblem {
    RecalibrationFault fault = RecalibrationFault::NotToBeFitted;
    std::optional<std::string> model;
};

/// Every model's scores as recalibration() of its own rows bends them, those rows that meet the
/// conditions; scores keep their order. Rows that failed, and models without any such row, are left
/// as they are. `read` must be as it was read (see Predictions::reweighted).
std::variant<RecalibratedPredictions, RecalibrationProblem> recalibratedPredictions(
        const PredictionsPtr &read, const std::vector<Selection::Where> &where);

} // namespace oneinn
