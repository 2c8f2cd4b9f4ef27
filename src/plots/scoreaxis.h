// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "core/predictions/predictionindex.h"
#include "core/units.h"

#include <vector>

namespace oneinn {

/// The kinds of threshold axis these scores allow: log-odds only where all lie in [0, 1].
std::vector<charts::AxisMapping::Kind> possibleAxes(const PredictionIndex &index);

/// The kind that does not squeeze the useful thresholds: the score itself if the scores of each
/// class spread over the axis, otherwise log-odds where possible, otherwise the share shown.
charts::AxisMapping::Kind suggestedAxis(const PredictionIndex &index);

/// The axis over these scores. Its right end is beyond the highest score: nothing is shown there.
charts::AxisMapping scoreAxis(const PredictionIndex &index, charts::AxisMapping::Kind kind);

/// Where a marker dragged to an axis coordinate rests: at the nearest score at which decisions
/// change, +infinity beyond the highest.
Threshold restingThreshold(const BudgetSlice &slice, const charts::AxisMapping &mapping,
                           double axis);

} // namespace oneinn
