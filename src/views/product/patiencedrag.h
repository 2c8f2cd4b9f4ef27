// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "core/latency/patience.h"

#include <QList>
#include <QPointF>

#include <cstddef>
#include <vector>

/// Patience as something to be drawn and dragged.
namespace oneinn {

/// A logarithmic time axis on which all points have room to be dragged to both sides.
charts::AxisMapping patienceAxis(const std::vector<PatiencePoint> &points);

/// The share still waiting all along the axis, in axis units.
QList<QPointF> patienceLine(const PatienceCurve &patience, const charts::AxisMapping &mapping);

/// The same points with one of them where it is wanted, or as near as the others leave room: never
/// past its neighbours. Times in two significant digits, shares in whole per cent. One past the end
/// is a new last point.
std::vector<PatiencePoint> movedPoint(const std::vector<PatiencePoint> &points, std::size_t at,
                                      PatiencePoint wanted, PatienceShape shape);

/// The same points and one more, after the last and about where the curve is by then.
std::vector<PatiencePoint> withAnotherPoint(const PatienceCurve &patience);

} // namespace oneinn
