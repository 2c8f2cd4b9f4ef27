// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QLineF>
#include <QPainter>

namespace oneinn::charts {

/// A horizontal or vertical line, `width` wide around `line`. Filled as a rectangle: a pen that is
/// smoothed takes some fifty times as long, and each frame of a drag draws every grid.
void drawStraight(QPainter *painter, const QLineF &line, const QColor &color, qreal width = 1.0);

} // namespace oneinn::charts
