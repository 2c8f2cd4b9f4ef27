// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFont>
#include <QRectF>

class QPainter;

/// What stands beside a marker's handle: its label and, below it and smaller, its note.
namespace oneinn::charts {

class ChartMarker;

QFont markerLabelFont(const ChartMarker &marker);
QFont markerNoteFont(const ChartMarker &marker);

/// How far a note keeps from the plot that it stands above, in pixels.
inline constexpr qreal noteGap = 3.0;

/// On the side of the handle that has room; empty without a label. Both it and the plot are in the
/// marker's own coordinates.
QRectF markerLabelPlace(const ChartMarker &marker, const QRectF &plot);

void paintMarkerLabel(QPainter *painter, const ChartMarker &marker, const QRectF &place);

} // namespace oneinn::charts
