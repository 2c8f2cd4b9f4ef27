// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/calibration/calibrationbybins.h"
#include "core/calibration/recalibration.h"
#include "core/decision/elkan.h"
#include "core/decision/nearbest.h"
#include "core/featurewords.h"

#include <QStringList>

#include <optional>

namespace oneinn::wording {

/// What there is to say of how well scores are calibrated.
struct CalibrationFindings {
    std::optional<CalibrationByBins> byBins;
    std::optional<Recalibration> recalibration;
    double highestScore = 1.0;
    ElkanDecision elkan;
    std::optional<NearBest> nearBest;
};

/// What is said of each, as a sentence; empty where there is nothing to say.
struct CalibrationParts {
    QString verdict;
    QString slope;
    QString error; ///< beside what chance alone makes
    QString elkan; ///< whether its threshold may be used
};
CalibrationParts calibrationParts(const CalibrationFindings &findings,
                                  const FeatureWords &product = {});

/// Whether they come true, how they are bent, how far they are off beside chance, and whether the
/// threshold that calibrated scores would call for may be used.
QStringList calibrationSentences(const CalibrationFindings &findings,
                                 const FeatureWords &product = {});

/// A share as a number of 100, with as many decimals as it takes.
QString of100Text(double share);

/// The threshold may be used as it is: calibrated enough, and where the best may lie.
bool mayUseElkan(const CalibrationFindings &findings);

} // namespace oneinn::wording
