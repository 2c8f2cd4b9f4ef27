// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/markerlabel.h"

#include "charts/chartmarker.h"
#include "charts/halotext.h"
#include "charts/plotframe.h"

#include <QChart>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace oneinn::charts {

namespace {

constexpr qreal markerLabelGap = 7.0;
constexpr qreal noteScale = 0.92;

/// Above the dot and inside the plot, clear of the axis labels that the lines point at.
QRectF placeInPlot(const ChartMarker &marker, const QRectF &plot, QSizeF label)
{
    const qreal offset = ChartMarker::handleRadius + markerLabelGap;
    const qreal width = std::min(label.width(), plot.width());
    const qreal wished = offset + width <= plot.right() ? offset : -offset - width;
    const qreal above = -ChartMarker::handleRadius - noteGap - label.height();
    return {std::clamp(wished, plot.left(), plot.right() - width),
            marker.y() + above < 0.0 ? ChartMarker::handleRadius + noteGap : above, width,
            label.height()};
}

} // namespace

QFont markerLabelFont(const ChartMarker &marker)
{
    auto font = marker.frame()->chart()->font();
    font.setWeight(marker.isInteractive() ? QFont::DemiBold : QFont::Normal);
    return font;
}

QFont markerNoteFont(const ChartMarker &marker)
{
    auto font = marker.frame()->chart()->font();
    font.setPointSizeF(font.pointSizeF() * noteScale);
    return font;
}

QRectF markerLabelPlace(const ChartMarker &marker, const QRectF &plot)
{
    if (marker.label().isEmpty())
        return {};
    const QFontMetricsF metrics(markerLabelFont(marker));
    const qreal chartWidth = marker.frame()->chart()->size().width();
    const QFontMetricsF noteMetrics(markerNoteFont(marker));
    const qreal noteWidth =
            marker.note().isEmpty() ? 0.0 : noteMetrics.horizontalAdvance(marker.note());
    const qreal noteHeight = marker.note().isEmpty() ? 0.0 : noteMetrics.height();
    const qreal width = std::max(metrics.horizontalAdvance(marker.label()), noteWidth) + 1.0;
    const qreal offset = ChartMarker::handleRadius + markerLabelGap;
    if (marker.kind() == ChartMarker::Kind::CrossHair)
        return placeInPlot(marker, plot, {width, metrics.height() + noteHeight});
    const qreal roomRight = chartWidth - marker.x() - offset;
    const qreal roomLeft = marker.x() - offset;
    const bool right = width <= roomRight || roomRight >= roomLeft;
    const qreal left = right ? offset : -offset - std::min(width, roomLeft);
    // A dot's label stands above its own height, off the curve it lies on.
    const bool dot = marker.kind() != ChartMarker::Kind::VerticalLine;
    const qreal middle = marker.handleCentre().y() - (dot ? metrics.height() * 0.8 : 0.0);
    qreal top = middle - metrics.height() / 2.0;
    if (noteHeight > 0.0 && !dot)
        top = -noteGap - metrics.height() - noteHeight;
    if (dot && marker.y() + top < 0.0)
        top = ChartMarker::handleRadius;
    return {left, top, std::min(width, right ? roomRight : roomLeft),
            metrics.height() + noteHeight};
}

void paintMarkerLabel(QPainter *painter, const ChartMarker &marker, const QRectF &place)
{
    const auto &colors = marker.frame()->colors();
    const auto write = [&](qreal top, const QFont &font, const QString &text, const QColor &color) {
        painter->setFont(font);
        const QFontMetricsF metrics(font);
        const QPointF left(place.left(), top + metrics.ascent());
        const QString shown = metrics.elidedText(text, Qt::ElideRight, place.width());
        if (marker.kind() == ChartMarker::Kind::CrossHair) // stands on colours
            return drawHaloText(painter, left, shown, color, colors.background);
        painter->setPen(color);
        painter->drawText(left, shown);
    };
    if (marker.label().isEmpty())
        return;
    write(place.top(), markerLabelFont(marker), marker.label(),
          marker.isInteractive() ? colors.ink : colors.text);
    if (!marker.note().isEmpty())
        write(place.top() + QFontMetricsF(markerLabelFont(marker)).height(), markerNoteFont(marker),
              marker.note(),
              marker.kind() == ChartMarker::Kind::CrossHair ? colors.ink : colors.text);
}

} // namespace oneinn::charts
