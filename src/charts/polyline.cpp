// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/polyline.h"

#include <QLineF>

namespace oneinn::charts {

qreal lengthOf(const QList<QPointF> &line)
{
    qreal length = 0.0;
    for (qsizetype i = 1; i < line.size(); ++i)
        length += QLineF(line[i - 1], line[i]).length();
    return length;
}

QPointF along(const QList<QPointF> &line, qreal share)
{
    qreal rest = share * lengthOf(line);
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QLineF piece(line[i - 1], line[i]);
        if (rest <= piece.length() && piece.length() > 0.0)
            return piece.pointAt(rest / piece.length());
        rest -= piece.length();
    }
    return line.last();
}

} // namespace oneinn::charts
