// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/calibration/recalibratedpredictions.h"
#include "core/featurewords.h"

#include <QString>

#include <vector>

/// Scores that were replaced by what they come to.
namespace oneinn::wording {

/// What that assumes: by which mapping, fitted on which rows.
QString recalibratedText(const std::vector<ModelRecalibration> &models);
/// Why they cannot be, and what to do.
QString recalibrationProblemText(const RecalibrationProblem &problem, const FeatureWords &product,
                                 bool lowerIsPositive);

} // namespace oneinn::wording
