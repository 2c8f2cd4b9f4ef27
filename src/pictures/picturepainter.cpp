// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pictures/picturepainter.h"

#include <QFontMetricsF>
#include <QPainter>

namespace oneinn::pictures {

namespace {

class ElementPainter {
public:
    ElementPainter(QPainter *painter, const QFont &font, const Inks &inks)
        : m_painter(painter)
        , m_font(font)
        , m_inks(inks)
    {
    }

    void operator()(const Rectangle &rectangle) const
    {
        take(rectangle.shape);
        m_painter->drawRect(rectangle.area);
    }
    void operator()(const Line &line) const
    {
        take(line.shape);
        m_painter->drawLine(line.from, line.to);
    }
    void operator()(const Polyline &polyline) const
    {
        if (polyline.shape.fill != Role::None) {
            take({.fill = polyline.shape.fill});
            m_painter->drawPolygon(QPolygonF(polyline.corners));
        }
        take(polyline.shape);
        m_painter->drawPolyline(QPolygonF(polyline.corners));
    }
    void operator()(const Circle &circle) const
    {
        take(circle.shape);
        m_painter->drawEllipse(circle.center, circle.radius, circle.radius);
    }
    void operator()(const Text &text) const
    {
        QFont font = m_font;
        font.setPixelSize(qRound(text.lettering.size));
        font.setBold(text.lettering.bold);
        m_painter->save();
        m_painter->setFont(font);
        m_painter->setPen(color(text.lettering.color));
        m_painter->translate(text.at);
        if (text.lettering.upwards)
            m_painter->rotate(-90.0);
        const double width = QFontMetricsF(font).horizontalAdvance(text.text);
        m_painter->drawText(QPointF(-before(text.lettering.anchor, width), 0.0), text.text);
        m_painter->restore();
    }

private:
    static double before(Anchor anchor, double width)
    {
        switch (anchor) {
        case Anchor::Middle:
            return width / 2.0;
        case Anchor::End:
            return width;
        case Anchor::Start:
            break;
        }
        return 0.0;
    }

    QColor color(Role role) const { return {m_inks(role)}; }

    void take(const Shape &shape) const
    {
        m_painter->setBrush(shape.fill == Role::None ? QBrush() : QBrush(color(shape.fill)));
        if (shape.stroke == Role::None) {
            m_painter->setPen(Qt::NoPen);
            return;
        }
        QPen pen(color(shape.stroke), shape.width, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin);
        if (shape.dash > 0.0)
            pen.setDashPattern({shape.dash / shape.width, shape.gap / shape.width});
        m_painter->setPen(pen);
    }

    QPainter *m_painter;
    const QFont &m_font;
    const Inks &m_inks;
};

} // namespace

void paint(QPainter *painter, const Picture &picture, const QRectF &place, const QFont &font,
           const Inks &inks)
{
    const QSizeF size = picture.size();
    if (size.isEmpty())
        return;
    painter->save();
    painter->translate(place.topLeft());
    painter->scale(place.width() / size.width(), place.height() / size.height());
    const ElementPainter draw(painter, font, inks);
    for (const Element &element : picture.elements())
        std::visit(draw, element);
    painter->restore();
}

} // namespace oneinn::pictures
