// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "core/calibration/scorecalibration.h"

#include <QList>
#include <QLocale>
#include <QPointF>

#include <vector>

namespace oneinn {

/// One axis for scores and for what came true, so that what comes true exactly lies on the
/// diagonal: as they are from 0 on, or in log-odds where scores crowd at an end. Holds every bin
/// with its interval.
charts::AxisMapping calibrationAxis(const ScoreCalibration &calibration, bool crowded);
/// Along the axis of what came true, as shares of 100.
std::vector<charts::Tick> shareTicks(const charts::AxisMapping &mapping, int most,
                                     const QLocale &locale = {});

/// Where a bin lies, in axis units.
struct ReliabilityPlace {
    QPointF axis;      ///< its mean score, and what came true of it
    double low = 0.0;  ///< of the interval of what came true; both at the place where it is not
    double high = 0.0; ///< known
};
/// In the order of the bins.
std::vector<ReliabilityPlace> reliabilityPlaces(const std::vector<ReliabilityBin> &bins,
                                                const charts::AxisMapping &mapping);
/// What each score comes to, over the scores there are; empty where that is not known.
QList<QPointF> recalibratedPoints(const ScoreCalibration &calibration,
                                  const charts::AxisMapping &mapping);

} // namespace oneinn
