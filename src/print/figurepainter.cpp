// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "print/figurepainter.h"

#include "print/printfont.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QXmlStreamReader>

namespace oneinn::print {

using namespace Qt::StringLiterals;

namespace {

class ElementPainter {
public:
    ElementPainter(QPainter *painter, const QXmlStreamAttributes &attributes)
        : m_painter(painter)
        , m_attributes(attributes)
    {
    }

    void drawShape(QStringView name)
    {
        m_painter->setPen(pen());
        m_painter->setBrush(brush());
        if (name == "rect"_L1)
            m_painter->drawRect(
                    QRectF(number("x"), number("y"), number("width"), number("height")));
        else if (name == "line"_L1)
            m_painter->drawLine(QPointF(number("x1"), number("y1")),
                                QPointF(number("x2"), number("y2")));
        else if (name == "circle"_L1)
            m_painter->drawEllipse(QPointF(number("cx"), number("cy")), number("r"), number("r"));
        else if (name == "polyline"_L1)
            m_painter->drawPolyline(points());
        else if (name == "polygon"_L1)
            m_painter->drawPolygon(points());
    }

    void drawText(const QString &text)
    {
        QFont font = printFont();
        font.setPixelSize(qRound(number("font-size")));
        font.setBold(valueOf("font-weight") == "bold"_L1);
        const double width = QFontMetricsF(font).horizontalAdvance(text);
        const QStringView anchor = valueOf("text-anchor");
        const double before = anchor == "middle"_L1 ? width / 2.0
                : anchor == "end"_L1                ? width
                                                    : 0.0;
        m_painter->save();
        m_painter->setFont(font);
        m_painter->setPen(QColor(valueOf("fill").toString()));
        m_painter->translate(number("x"), number("y"));
        if (m_attributes.hasAttribute("transform"_L1))
            m_painter->rotate(-90.0);
        m_painter->drawText(QPointF(-before, 0.0), text);
        m_painter->restore();
    }

private:
    QStringView valueOf(const char *name) const { return m_attributes.value(QLatin1String(name)); }
    double number(const char *name) const { return valueOf(name).toDouble(); }

    QPen pen() const
    {
        if (!m_attributes.hasAttribute("stroke"_L1))
            return Qt::NoPen;
        QPen pen(QColor(valueOf("stroke").toString()), number("stroke-width"), Qt::SolidLine,
                 Qt::FlatCap, Qt::MiterJoin);
        QList<qreal> dashes;
        for (const QStringView length : valueOf("stroke-dasharray").split(u' ', Qt::SkipEmptyParts))
            dashes.append(length.toDouble() / pen.widthF());
        if (!dashes.isEmpty())
            pen.setDashPattern(dashes);
        return pen;
    }

    QBrush brush() const
    {
        const QStringView fill = valueOf("fill");
        return fill == "none"_L1 ? QBrush() : QBrush(QColor(fill.toString()));
    }

    QPolygonF points() const
    {
        QPolygonF points;
        for (const QStringView pair : valueOf("points").split(u' ', Qt::SkipEmptyParts)) {
            const qsizetype comma = pair.indexOf(u',');
            points.append({pair.first(comma).toDouble(), pair.sliced(comma + 1).toDouble()});
        }
        return points;
    }

    QPainter *m_painter;
    const QXmlStreamAttributes m_attributes;
};

} // namespace

QSizeF figureSize(const QByteArray &svg)
{
    QXmlStreamReader reader(svg);
    if (!reader.readNextStartElement())
        return {};
    const auto attributes = reader.attributes();
    return {attributes.value("width"_L1).toDouble(), attributes.value("height"_L1).toDouble()};
}

void drawFigure(QPainter *painter, const QByteArray &svg, const QRectF &place)
{
    const QSizeF size = figureSize(svg);
    if (size.isEmpty())
        return;
    painter->save();
    painter->translate(place.topLeft());
    painter->scale(place.width() / size.width(), place.height() / size.height());
    QXmlStreamReader reader(svg);
    reader.readNextStartElement();
    while (reader.readNextStartElement()) {
        ElementPainter element(painter, reader.attributes());
        if (reader.name() == "text"_L1) {
            element.drawText(reader.readElementText());
            continue;
        }
        element.drawShape(reader.name());
        reader.skipCurrentElement();
    }
    painter->restore();
}

} // namespace oneinn::print
