// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/svgpicture.h"

#include "wording/names.h"

#include <array>

namespace oneinn::report {

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

/// Part of the font size, after DejaVu Sans, the widest of the usual ones.
double widthOf(QChar c)
{
    constexpr double narrow = 0.35;
    constexpr double usual = 0.64;
    constexpr double capital = 0.75;
    constexpr double wide = 0.98;
    if (u"iljtf.,:;'|!()[] \u00a0"_s.contains(c))
        return narrow;
    if (u"mwMW@%\u2014"_s.contains(c))
        return wide;
    return c.isUpper() ? capital : usual;
}

} // namespace

SvgPicture::SvgPicture(QSizeF size, const QString &description)
    : m_writer(std::make_unique<QXmlStreamWriter>(&m_bytes))
{
    m_writer->writeStartElement("svg"_L1);
    m_writer->writeDefaultNamespace(u"http://www.w3.org/2000/svg"_s);
    attribute("width", size.width());
    attribute("height", size.height());
    m_writer->writeAttribute(
            "viewBox"_L1, u"0 0 %1 %2"_s.arg(coordinate(size.width()), coordinate(size.height())));
    attribute("role", "img");
    m_writer->writeAttribute("aria-label"_L1, wording::visible(description));
    attribute("font-family", "sans-serif");
    rectangle(QRectF({0.0, 0.0}, size), {ink::paper});
}

void SvgPicture::attribute(const char *name, double value)
{
    m_writer->writeAttribute(QLatin1String(name), coordinate(value));
}

void SvgPicture::attribute(const char *name, const char *value)
{
    m_writer->writeAttribute(QLatin1String(name), QLatin1String(value));
}

void SvgPicture::shapeAttributes(const Shape &shape)
{
    attribute("fill", shape.fill ? shape.fill : "none");
    if (!shape.stroke)
        return;
    attribute("stroke", shape.stroke);
    attribute("stroke-width", shape.width);
    if (shape.dashes)
        attribute("stroke-dasharray", shape.dashes);
}

void SvgPicture::rectangle(const QRectF &rectangle, const Shape &shape)
{
    m_writer->writeEmptyElement("rect"_L1);
    attribute("x", rectangle.x());
    attribute("y", rectangle.y());
    attribute("width", rectangle.width());
    attribute("height", rectangle.height());
    shapeAttributes(shape);
}

void SvgPicture::line(QPointF from, QPointF to, const Shape &shape)
{
    m_writer->writeEmptyElement("line"_L1);
    attribute("x1", from.x());
    attribute("y1", from.y());
    attribute("x2", to.x());
    attribute("y2", to.y());
    shapeAttributes(shape);
}

void SvgPicture::points(const char *element, const QList<QPointF> &points, const Shape &shape)
{
    QStringList pairs;
    pairs.reserve(points.size());
    for (const QPointF &point : points)
        pairs.append(coordinate(point.x()) + u',' + coordinate(point.y()));
    m_writer->writeEmptyElement(QLatin1String(element));
    m_writer->writeAttribute("points"_L1, pairs.join(u' '));
    shapeAttributes(shape);
}

void SvgPicture::polyline(const QList<QPointF> &corners, const Shape &shape)
{
    points("polyline", corners, shape);
}

void SvgPicture::polygon(const QList<QPointF> &corners, const Shape &shape)
{
    points("polygon", corners, shape);
}

void SvgPicture::circle(QPointF center, double radius, const Shape &shape)
{
    m_writer->writeEmptyElement("circle"_L1);
    attribute("cx", center.x());
    attribute("cy", center.y());
    attribute("r", radius);
    shapeAttributes(shape);
}

void SvgPicture::text(QPointF at, const QString &text, const Lettering &lettering)
{
    constexpr std::array<const char *, 3> anchors{"start", "middle", "end"};
    m_writer->writeStartElement("text"_L1);
    attribute("x", at.x());
    attribute("y", at.y());
    if (lettering.upwards) {
        m_writer->writeAttribute(
                "transform"_L1, u"rotate(-90 %1 %2)"_s.arg(coordinate(at.x()), coordinate(at.y())));
    }
    attribute("text-anchor", anchors.at(static_cast<std::size_t>(lettering.anchor)));
    attribute("font-size", lettering.size);
    if (lettering.bold)
        attribute("font-weight", "bold");
    attribute("fill", lettering.color);
    m_writer->writeCharacters(wording::visible(text));
    m_writer->writeEndElement();
}

QByteArray SvgPicture::finished()
{
    m_writer->writeEndElement();
    return m_bytes + '\n';
}

double SvgPicture::textWidth(const QString &text, double size)
{
    double width = 0.0;
    for (const QChar c : text)
        width += widthOf(c);
    return width * size;
}

} // namespace oneinn::report
