// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/straightline.h"

namespace oneinn::charts {

void drawStraight(QPainter *painter, const QLineF &line, const QColor &color, qreal width)
{
    const bool smooth = painter->testRenderHint(QPainter::Antialiasing);
    painter->setRenderHint(QPainter::Antialiasing, false);
    const qreal half = width / 2.0;
    const bool level = line.dy() == 0.0;
    const QRectF along = QRectF(line.p1(), line.p2()).normalized();
    painter->fillRect(level ? along.adjusted(0.0, -half, 0.0, half)
                            : along.adjusted(-half, 0.0, half, 0.0),
                      color);
    painter->setRenderHint(QPainter::Antialiasing, smooth);
}

} // namespace oneinn::charts
