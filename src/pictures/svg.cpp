// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pictures/svg.h"

#include <QXmlStreamWriter>

#include <array>

namespace oneinn::pictures {

using namespace Qt::StringLiterals;

namespace {

/// Hundredths of a pixel; without a point where it is whole, and never -0.
QString coordinate(double value)
{
    QString text = QString::number(value, 'f', 2);
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text == "-0"_L1 ? u"0"_s : text;
}

QString colorName(Role role)
{
    constexpr int hexadecimal = 16;
    constexpr int digits = 6;
    return u'#' + QString::number(onPaper(role), hexadecimal).rightJustified(digits, u'0');
}

class SvgWriter {
public:
    explicit SvgWriter(QByteArray *bytes)
        : m_writer(bytes)
    {
    }

    void begin(const Picture &picture)
    {
        const QSizeF size = picture.size();
        m_writer.writeStartElement("svg"_L1);
        m_writer.writeDefaultNamespace(u"http://www.w3.org/2000/svg"_s);
        attribute("width", size.width());
        attribute("height", size.height());
        attribute("viewBox",
                  u"0 0 %1 %2"_s.arg(coordinate(size.width()), coordinate(size.height())));
        attribute("role", u"img"_s);
        attribute("aria-label", picture.description());
        attribute("font-family", u"sans-serif"_s);
    }
    void end() { m_writer.writeEndElement(); }

    void operator()(const Rectangle &rectangle)
    {
        m_writer.writeEmptyElement("rect"_L1);
        attribute("x", rectangle.area.x());
        attribute("y", rectangle.area.y());
        attribute("width", rectangle.area.width());
        attribute("height", rectangle.area.height());
        shapeAttributes(rectangle.shape);
    }

    void operator()(const Line &line)
    {
        m_writer.writeEmptyElement("line"_L1);
        attribute("x1", line.from.x());
        attribute("y1", line.from.y());
        attribute("x2", line.to.x());
        attribute("y2", line.to.y());
        shapeAttributes(line.shape);
    }

    void operator()(const Polyline &polyline)
    {
        QStringList pairs;
        pairs.reserve(polyline.corners.size());
        for (const QPointF &corner : polyline.corners)
            pairs.append(coordinate(corner.x()) + u',' + coordinate(corner.y()));
        m_writer.writeEmptyElement("polyline"_L1);
        attribute("points", pairs.join(u' '));
        shapeAttributes(polyline.shape);
    }

    void operator()(const Circle &circle)
    {
        m_writer.writeEmptyElement("circle"_L1);
        attribute("cx", circle.center.x());
        attribute("cy", circle.center.y());
        attribute("r", circle.radius);
        shapeAttributes(circle.shape);
    }

    void operator()(const Text &text)
    {
        constexpr std::array anchors{"start"_L1, "middle"_L1, "end"_L1};
        static_assert(anchors.size() == static_cast<std::size_t>(Anchor::End) + 1);
        const Lettering &lettering = text.lettering;
        const QString x = coordinate(text.at.x());
        const QString y = coordinate(text.at.y());
        m_writer.writeStartElement("text"_L1);
        attribute("x", x);
        attribute("y", y);
        if (lettering.upwards)
            attribute("transform", u"rotate(-90 %1 %2)"_s.arg(x, y));
        attribute("text-anchor", anchors.at(static_cast<std::size_t>(lettering.anchor)));
        attribute("font-size", lettering.size);
        if (lettering.bold)
            attribute("font-weight", u"bold"_s);
        attribute("fill", colorName(lettering.color));
        m_writer.writeCharacters(text.text);
        m_writer.writeEndElement();
    }

private:
    void attribute(const char *name, const QString &value)
    {
        m_writer.writeAttribute(QLatin1String(name), value);
    }
    void attribute(const char *name, double value) { attribute(name, coordinate(value)); }

    void shapeAttributes(const Shape &shape)
    {
        attribute("fill", shape.fill == Role::None ? u"none"_s : colorName(shape.fill));
        if (shape.stroke == Role::None)
            return;
        attribute("stroke", colorName(shape.stroke));
        attribute("stroke-width", shape.width);
        if (shape.dash > 0.0)
            attribute("stroke-dasharray", coordinate(shape.dash) + u' ' + coordinate(shape.gap));
    }

    QXmlStreamWriter m_writer;
};

} // namespace

QByteArray toSvg(const Picture &picture)
{
    QByteArray bytes;
    SvgWriter writer(&bytes);
    writer.begin(picture);
    for (const Element &element : picture.elements())
        std::visit(writer, element);
    writer.end();
    return bytes + '\n';
}

} // namespace oneinn::pictures
