// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/pointsitem.h"
#include "plots/calibrationplot.h"

#include <vector>

namespace oneinn {

/// By bin, with its number as id; intervals along the vertical axis, where they are known.
std::vector<charts::NamedPoint> reliabilityPoints(const std::vector<ReliabilityBin> &bins,
                                                  const charts::AxisMapping &mapping);

} // namespace oneinn
