// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/walltexts.h"

#include <QFontMetrics>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace oneinn {

namespace {

constexpr double gapOfType = 0.6; ///< between two paragraphs
constexpr double dotOfType = 1.3; ///< its place, before the text
constexpr double shrunkBy = 0.95;
constexpr double leastFactor = 0.4;
constexpr int wrapping = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;

QFont fontOf(const WallText &text, const QFont &base, double factor)
{
    QFont font = base;
    font.setPixelSize(qMax(8, int(factor * text.pixels)));
    return font;
}

double indentOf(const WallText &text, double factor)
{
    return text.hasDot ? factor * dotOfType * text.pixels : 0.0;
}

double heightOf(const WallText &text, const QFont &base, double factor, double width)
{
    const QFontMetricsF metrics(fontOf(text, base, factor));
    const QRectF room(0.0, 0.0, width - indentOf(text, factor), 1e6);
    return metrics.boundingRect(room, wrapping, text.text).height()
            + factor * gapOfType * text.pixels;
}

double heightOfAll(const QList<WallText> &texts, const QFont &base, double factor, double width)
{
    double height = 0.0;
    for (const WallText &text : texts)
        height += heightOf(text, base, factor, width);
    return height;
}

void paintDot(QPainter &painter, const QPointF &at, double type, const QColor &color)
{
    const double radius = 0.38 * type;
    painter.setPen(Qt::NoPen);
    painter.setBrush(color);
    painter.drawEllipse(at + QPointF(radius, 0.62 * type), radius, radius);
}

} // namespace

void paintWallTexts(QPainter &painter, const QRectF &room, const QFont &base,
                    const QList<WallText> &texts)
{
    QList<WallText> shown = texts;
    shown.removeIf([](const WallText &text) { return text.text.isEmpty(); });
    double factor = 1.0;
    while (factor > leastFactor && heightOfAll(shown, base, factor, room.width()) > room.height())
        factor *= shrunkBy;
    const double whole = heightOfAll(shown, base, factor, room.width());
    double y = room.top() + qMax(0.0, room.height() - whole) / 2.0;
    for (const WallText &text : std::as_const(shown)) {
        const double height = heightOf(text, base, factor, room.width());
        const double indent = indentOf(text, factor);
        if (text.hasDot)
            paintDot(painter, {room.left(), y}, factor * text.pixels, text.color);
        painter.setFont(fontOf(text, base, factor));
        painter.setPen(text.color);
        painter.drawText(QRectF(room.left() + indent, y, room.width() - indent, height), wrapping,
                         text.text);
        y += height;
    }
}

QString fittingPlace(QStringList place, const QFontMetrics &metrics, int room)
{
    while (!place.isEmpty()) {
        QString text = place.join(QStringLiteral(" \u00b7 "));
        if (metrics.horizontalAdvance(text) <= room)
            return text;
        const auto longest = std::ranges::max_element(
                std::as_const(place), {}, [](const QString &part) { return part.size(); });
        place.removeAt(longest - place.cbegin());
    }
    return {};
}

QFont fittingFoot(QFont type, const QString &text, const QSize &room)
{
    constexpr int least = 8;
    const auto fits = [&] {
        const QRect needed =
                QFontMetrics(type).boundingRect(QRect({}, room), Qt::TextWordWrap, text);
        return needed.height() <= room.height() && needed.width() <= room.width();
    };
    while (type.pixelSize() > least && !fits())
        type.setPixelSize(type.pixelSize() - 1);
    return type;
}

} // namespace oneinn
