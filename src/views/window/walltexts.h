// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QRectF>
#include <QSize>
#include <QString>
#include <QStringList>

class QFontMetrics;
class QPainter;

namespace oneinn {

/// A paragraph for a wall.
struct WallText {
    QString text;
    QColor color;
    double pixels = 20.0; ///< of its type, where there is room
    bool hasDot = false;  ///< in its colour, before it
};

/// One below the other, in the middle of the room; all smaller by the same factor where they do not
/// fit. Empty ones take no room.
void paintWallTexts(QPainter &painter, const QRectF &room, const QFont &base,
                    const QList<WallText> &texts);

/// Of the place in the program what there is room for: whole words, the longest left out first.
QString fittingPlace(QStringList place, const QFontMetrics &metrics, int room);
/// The type, smaller where a text does not fit on the lines that there is room for.
QFont fittingFoot(QFont type, const QString &text, const QSize &room);

} // namespace oneinn
