// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "core/policies/useslice.h"
#include "core/scenario.h"
#include "core/units.h"

#include <QList>
#include <QPointF>

#include <vector>

namespace oneinn {

/// What thresholds along the axis are worth, summed per use and restated: x in axis units, rising.
/// Exact at each of them and at those in `always`; between two nothing is known. Empty where there
/// are no uses.
QList<QPointF> valuePoints(const UseSlice &slice, const ValueQuestion &question,
                           const charts::AxisMapping &mapping, const std::vector<Threshold> &always,
                           int points = 400);

/// Shares of resamples by where on the axis their best threshold lies, in bars of equal width from
/// the left; those beyond an end stand at it. Empty without any.
std::vector<double> chosenShares(const std::vector<double> &thresholds,
                                 const charts::AxisMapping &mapping, int bars = 60);

} // namespace oneinn
