// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/halotext.h"

#include <QPainter>
#include <QPainterPath>

namespace oneinn::charts {

void drawHaloText(QPainter *painter, QPointF left, const QString &text, const QColor &ink,
                  const QColor &halo)
{
    constexpr qreal width = 3.5;
    QPainterPath path;
    path.addText(left, painter->font(), text);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(halo, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(path);
    painter->setPen(ink);
    painter->drawText(left, text); // hinted, and text in an SVG
}

} // namespace oneinn::charts
