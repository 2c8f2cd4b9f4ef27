// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QPointF>

#include <span>

namespace oneinn::charts {

/// Points for a line over [low, high] drawn `columns` pixels wide: of every pixel column the first,
/// lowest, highest and last point, in their order, so that the drawn line covers the same pixels.
/// x must not decrease. Parts beyond [low, high] are cut off at the exact crossing, because SVG
/// output does not clip. Points with a NaN coordinate are dropped.
QList<QPointF> decimate(std::span<const QPointF> points, double low, double high, int columns);

enum class Step {
    After, ///< y holds from its own x up to the next x (empirical distribution)
    Before ///< y holds from the previous x up to its own x (precision over recall)
};

/// The corner points of a staircase through the points; consecutive equal points are merged.
QList<QPointF> stepPoints(std::span<const QPointF> points, Step step);

} // namespace oneinn::charts
