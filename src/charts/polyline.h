// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QPointF>

namespace oneinn::charts {

/// Of a line through points; 0 where there are fewer than two.
qreal lengthOf(const QList<QPointF> &line);

/// The place so far along a line, as a share of its length. The line must have points.
QPointF along(const QList<QPointF> &line, qreal share);

} // namespace oneinn::charts
