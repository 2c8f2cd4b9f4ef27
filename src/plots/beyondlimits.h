// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "core/metrics/thresholdsweep.h"
#include "core/units.h"

#include <QList>

#include <utility>
#include <vector>

/// Which parts of an axis limits forbid.
namespace oneinn {

using AxisRanges = QList<std::pair<double, double>>;

/// What of an axis, from low to high, lies in none of the ranges, in order. The ranges may come in
/// any order, overlap, and reach beyond the axis.
AxisRanges outside(AxisRanges ranges, double low, double high);

/// What of an axis of scores lies in none of the intervals.
AxisRanges scoresOutside(const std::vector<ThresholdInterval> &intervals,
                         const charts::AxisMapping &axis);

/// The recall that thresholds of each interval have, of those the sweep holds and of showing
/// nothing (0), with what cannot be had before the first of them; an interval without any has none.
/// Empty where nothing is positive.
AxisRanges recallOf(const ThresholdSweep &sweep, const std::vector<ThresholdInterval> &intervals);

} // namespace oneinn
