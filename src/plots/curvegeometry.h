// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "plots/curveplot.h"

namespace oneinn {

/// An axis of deviates for shares of so many rows: to half a row from either end.
CurveAxis deviateAxis(double rows);

/// What of a line, x rising, lies within the heights of an axis; cut exactly where it crosses. A
/// line that comes back is joined.
QList<QPointF> within(const QList<QPointF> &line, const CurveAxis &vertical);

/// The place nearest in pixels, the first of equally near ones; those that are not numbers are
/// passed over. unit: pixels of one unit of the axes.
std::optional<qsizetype> nearestPlace(const QList<QPointF> &places, QPointF axis, QSizeF unit);

/// With one more row, where the sweep has none for it.
ThresholdSweep sweepWith(const ThresholdSweep &sweep, Threshold threshold,
                         const ConfusionMatrix &matrix);

} // namespace oneinn
