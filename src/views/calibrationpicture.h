// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "charts/pointsitem.h"
#include "core/calibration/scorecalibration.h"

#include <QList>
#include <QPointF>

#include <vector>

namespace oneinn {

/// One axis for scores and for what came true, so that what comes true exactly lies on the
/// diagonal: as they are from 0 on, or in log-odds where scores crowd at an end. Holds every bin
/// with its interval.
charts::AxisMapping calibrationAxis(const ScoreCalibration &calibration, bool crowded);

/// By bin, with its number as id; intervals along the vertical axis, where they are known.
std::vector<charts::NamedPoint> reliabilityPoints(const std::vector<ReliabilityBin> &bins,
                                                  const charts::AxisMapping &mapping);
/// What each score comes to, over the scores there are; empty where that is not known.
QList<QPointF> recalibratedPoints(const ScoreCalibration &calibration,
                                  const charts::AxisMapping &mapping);

} // namespace oneinn
