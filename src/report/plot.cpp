// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/plot.h"

#include "wording/numbers.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace oneinn::report {

namespace {

using pictures::Anchor;
using pictures::Role;

constexpr double fontSize = 12.0;
constexpr double smallSize = 11.0;
constexpr double besideText = 6.0;
constexpr double swatchWidth = 18.0;
constexpr double betweenEntries = 18.0;

double widthOf(const LegendEntry &entry)
{
    return swatchWidth + besideText + pictures::textWidth(entry.text, fontSize) + betweenEntries;
}

void drawSwatch(pictures::Picture *picture, const LegendEntry &entry, double left, double middle)
{
    const double center = left + swatchWidth / 2.0;
    switch (entry.swatch) {
    case LegendEntry::Swatch::Box:
        picture->rectangle({left + 2.0, middle - 5.0, swatchWidth - 4.0, 10.0}, entry.shape);
        return;
    case LegendEntry::Swatch::Line:
        picture->line({left, middle}, {left + swatchWidth, middle}, entry.shape);
        return;
    case LegendEntry::Swatch::Dot:
        picture->circle({center, middle}, 5.0, entry.shape);
        return;
    case LegendEntry::Swatch::Letter:
        picture->rectangle({center - 7.0, middle - 7.0, 14.0, 14.0}, entry.shape);
        picture->text({center, middle + 4.0}, entry.letter,
                      {.anchor = Anchor::Middle, .bold = true, .size = smallSize});
        return;
    }
}

PlotAxis withTrueMinus(PlotAxis axis)
{
    for (charts::Tick &tick : axis.ticks)
        tick.text.replace(u'-', QChar(0x2212));
    return axis;
}

} // namespace

PlotAxis shareAxis(const QString &title)
{
    return {0.0, 1.0, charts::percentTicks(0.0, 1.0, 6, wording::displayLocale()), title};
}

Plot::Plot(pictures::Picture *picture, const QRectF &area, PlotAxis horizontal, PlotAxis vertical)
    : m_picture(picture)
    , m_area(area)
    , m_horizontal(withTrueMinus(std::move(horizontal)))
    , m_vertical(withTrueMinus(std::move(vertical)))
{
}

double Plot::x(double axis) const
{
    const double part = (axis - m_horizontal.low) / (m_horizontal.high - m_horizontal.low);
    return m_area.left() + part * m_area.width();
}

double Plot::y(double axis) const
{
    const double part = (axis - m_vertical.low) / (m_vertical.high - m_vertical.low);
    return m_area.bottom() - part * m_area.height();
}

QList<QPointF> Plot::at(const QList<QPointF> &axis) const
{
    QList<QPointF> points;
    points.reserve(axis.size());
    for (const QPointF &point : axis)
        points.append(at(point));
    return points;
}

void Plot::drawFrame()
{
    drawHorizontalTicks();
    drawVerticalTicks();
    m_picture->line(m_area.bottomLeft(), m_area.bottomRight(), {.stroke = Role::Axis});
    m_picture->line(m_area.topLeft(), m_area.bottomLeft(), {.stroke = Role::Axis});
    if (!m_horizontal.title.isEmpty()) {
        m_picture->text({m_area.center().x(), m_area.bottom() + 36.0}, m_horizontal.title,
                        {.color = Role::Quiet, .anchor = Anchor::Middle});
    }
    if (!m_vertical.title.isEmpty()) {
        m_picture->text({14.0, m_area.center().y()}, m_vertical.title,
                        {.color = Role::Quiet, .anchor = Anchor::Middle, .upwards = true});
    }
}

void Plot::drawHorizontalTicks()
{
    double free = -std::numeric_limits<double>::infinity();
    for (const charts::Tick &tick : m_horizontal.ticks) {
        const double place = x(tick.axis);
        m_picture->line({place, m_area.top()}, {place, m_area.bottom()}, {.stroke = Role::Grid});
        m_picture->line({place, m_area.bottom()}, {place, m_area.bottom() + 4.0},
                        {.stroke = Role::Axis});
        const double half = pictures::textWidth(tick.text, smallSize) / 2.0;
        if (place - half < free)
            continue;
        m_picture->text({place, m_area.bottom() + 17.0}, tick.text,
                        {.color = Role::Quiet, .anchor = Anchor::Middle, .size = smallSize});
        free = place + half + besideText;
    }
}

void Plot::drawVerticalTicks()
{
    for (const charts::Tick &tick : m_vertical.ticks) {
        const double place = y(tick.axis);
        m_picture->line({m_area.left(), place}, {m_area.right(), place}, {.stroke = Role::Grid});
        m_picture->text({m_area.left() - besideText, place + 4.0}, tick.text,
                        {.color = Role::Quiet, .anchor = Anchor::End, .size = smallSize});
    }
}

void Plot::drawVerticalLine(double axis, const QString &label)
{
    const double place = x(axis);
    m_picture->line({place, m_area.top() - 4.0}, {place, m_area.bottom()},
                    {.stroke = Role::Text, .width = 2.0});
    drawTextWithin(m_picture, {place, m_area.top() - 9.0}, m_area.left(), m_area.right(), label,
                   {.anchor = Anchor::Middle, .bold = true});
}

void drawTextWithin(pictures::Picture *picture, QPointF at, double low, double high,
                    const QString &text, pictures::Lettering lettering)
{
    const double half = pictures::textWidth(text, lettering.size) / 2.0;
    lettering.anchor = Anchor::Middle;
    if (at.x() - half < low) {
        lettering.anchor = Anchor::Start;
        at.setX(low);
    } else if (at.x() + half > high) {
        lettering.anchor = Anchor::End;
        at.setX(high);
    }
    picture->text(at, text, lettering);
}

Legend::Legend(QList<LegendEntry> entries, double width)
{
    double used = 0.0;
    for (LegendEntry &entry : entries) {
        const double needed = widthOf(entry);
        if (m_rows.isEmpty() || used + needed > width) {
            m_rows.append(QList<LegendEntry>());
            used = 0.0;
        }
        used += needed;
        m_rows.last().append(std::move(entry));
    }
}

void Legend::draw(pictures::Picture *picture, QPointF topLeft) const
{
    double middle = topLeft.y() + rowHeight / 2.0;
    for (const QList<LegendEntry> &row : m_rows) {
        double left = topLeft.x();
        for (const LegendEntry &entry : row) {
            drawSwatch(picture, entry, left, middle);
            picture->text({left + swatchWidth + besideText, middle + 4.0}, entry.text, {});
            left += widthOf(entry);
        }
        middle += rowHeight;
    }
}

} // namespace oneinn::report
