// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pictures/picture.h"

#include "wording/names.h"

#include <numeric>

namespace oneinn::pictures {

using namespace Qt::StringLiterals;

namespace {

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

Ink onPaper(Role role)
{
    switch (role) {
    case Role::Text:
        return 0x1d232b;
    case Role::Quiet:
        return 0x525c68;
    case Role::Axis:
        return 0x68727e;
    case Role::Grid:
        return 0xe1e5ea;
    case Role::Paper:
        return 0xffffff;
    case Role::Good:
        return 0x0072b2;
    case Role::GoodPale:
        return 0xb5d3e7;
    case Role::Bad:
        return 0xd55e00;
    case Role::Pale:
        return 0xd5d9df;
    case Role::LateShade:
        return 0xf4ece7;
    case Role::None:
        break;
    }
    return 0;
}

Picture::Picture(QSizeF size, const QString &description)
    : m_size(size)
    , m_description(wording::visible(description))
{
    rectangle(QRectF({0.0, 0.0}, size), {Role::Paper});
}

void Picture::rectangle(const QRectF &area, const Shape &shape)
{
    m_elements.append(Rectangle{area, shape});
}

void Picture::add(const Element &element)
{
    m_elements.append(element);
}

void Picture::line(QPointF from, QPointF to, const Shape &shape)
{
    m_elements.append(Line{from, to, shape});
}

void Picture::polyline(const QList<QPointF> &corners, const Shape &shape)
{
    m_elements.append(Polyline{corners, shape});
}

void Picture::circle(QPointF center, double radius, const Shape &shape)
{
    m_elements.append(Circle{center, radius, shape});
}

void Picture::text(QPointF at, const QString &text, const Lettering &lettering)
{
    m_elements.append(Text{at, wording::visible(text), lettering});
}

double textWidth(const QString &text, double size)
{
    return size * std::accumulate(text.begin(), text.end(), 0.0, [](double width, QChar c) {
               return width + widthOf(c);
           });
}

} // namespace oneinn::pictures
