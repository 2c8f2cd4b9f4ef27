// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/thresholdsweep.h"

#include <QPointF>
#include <QSizeF>

#include <optional>

namespace oneinn {

/// The row of the sweep whose (recall, precision) lies nearest to a place in the plot, measured in
/// pixels: plotSize is that of the unit square. Only points that some threshold reaches are
/// considered; among equally near ones the highest threshold wins. Absent without positives.
std::optional<Eigen::Index> nearestOperatingPoint(const ThresholdSweep &sweep,
                                                  QPointF recallAndPrecision, QSizeF plotSize);

} // namespace oneinn
