// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/histogramlegend.h"

#include "charts/plotframe.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>

namespace oneinn::charts {

namespace {

constexpr qreal legendAir = 6.0;

} // namespace

qreal HistogramLegend::width(const PlotFrame &frame, bool right) const
{
    const QString &text = right ? positiveShown : positiveNotShown;
    if (text.isEmpty())
        return 0.0;
    const QFontMetricsF metrics(frame.labelFont());
    const qreal size = std::round(metrics.xHeight() * 1.5);
    return std::min(metrics.horizontalAdvance(text) + size + 2.0 * legendAir,
                    frame.plotArea().width() / 2.0);
}

void HistogramLegend::paint(QPainter *painter, const PlotFrame &frame) const
{
    struct Entry {
        const QString &text;
        QColor color;
        bool up;
        bool right;
    };
    const auto &colors = frame.colors();
    const std::array<Entry, 4> entries{{{positiveShown, colors.good, true, true},
                                        {positiveNotShown, colors.goodPale, true, false},
                                        {negativeShown, colors.bad, false, true},
                                        {negativeNotShown, colors.neutralPale, false, false}}};
    const auto plot = frame.plotArea();
    const QFontMetricsF metrics(frame.labelFont());
    const qreal size = std::round(metrics.xHeight() * 1.5);
    constexpr qreal padding = legendAir;
    painter->setRenderHint(QPainter::Antialiasing, true);
    for (const auto &entry : entries) {
        const auto text = metrics.elidedText(entry.text, Qt::ElideRight,
                                             plot.width() / 2.0 - size - 3.0 * padding);
        if (text.isEmpty())
            continue;
        const qreal baseline = entry.up ? plot.top() + 2.0 + metrics.ascent()
                                        : plot.bottom() - 3.0 - metrics.descent();
        const qreal width = metrics.horizontalAdvance(text) + size + padding;
        const qreal left = entry.right ? plot.right() - width - padding : plot.left() + padding;
        const qreal point = entry.up ? baseline - size : baseline;
        const qreal base = entry.up ? baseline : baseline - size;
        painter->setPen(QPen(colors.outline, 1.0));
        painter->setBrush(entry.color);
        painter->drawPolygon(QPolygonF({QPointF(left, base), QPointF(left + size, base),
                                        QPointF(left + size / 2.0, point)}));
        painter->setPen(colors.text);
        painter->drawText(QPointF(left + size + padding, baseline), text);
    }
}

} // namespace oneinn::charts
