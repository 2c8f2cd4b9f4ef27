// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/launch/pictureview.h"

#include "charts/charttheme.h"
#include "pictures/picturepainter.h"

#include <QPainter>
#include <QRegularExpression>

#include <utility>
#include <variant>

namespace oneinn {

namespace {

pictures::Ink inkOf(pictures::Role role, const charts::ChartColors &colors, bool faded)
{
    using pictures::Role;
    const auto ink = [](const QColor &color) { return pictures::Ink(color.rgb() & 0xffffffU); };
    switch (role) {
    case Role::Text:
        return ink(colors.ink);
    case Role::Quiet:
        return ink(colors.text);
    case Role::Axis:
        return ink(colors.axis);
    case Role::Grid:
        return ink(colors.grid);
    case Role::Good:
        return ink(faded ? colors.outline : colors.good);
    case Role::GoodPale:
        return ink(faded ? colors.neutralPale : colors.goodPale);
    case Role::Bad:
        return ink(faded ? colors.outline : colors.bad);
    case Role::Pale:
        return ink(colors.neutralPale);
    case Role::LateShade:
        return ink(colors.lateShade);
    case Role::Paper:
    case Role::None:
        break;
    }
    return ink(colors.background);
}

/// A question mark in place of each number; those along an axis say nothing of this product.
pictures::Picture withoutNumbers(const pictures::Picture &picture)
{
    static const QRegularExpression number(QStringLiteral("\\d[\\d.,]*"));
    pictures::Picture bare(picture.size(), picture.description());
    for (const pictures::Element &element : picture.elements()) {
        pictures::Element part = element;
        if (auto *text = std::get_if<pictures::Text>(&part);
            text && text->lettering.color != pictures::Role::Quiet)
            text->text.replace(number, QStringLiteral("?"));
        bare.add(part);
    }
    return bare;
}

} // namespace

PictureView::PictureView(const QSize &usual, const QSize &least, QWidget *parent)
    : QWidget(parent)
    , m_usual(usual)
    , m_least(least)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PictureView::display(Drawing drawing)
{
    m_drawing = std::move(drawing);
    if (m_drawing)
        setAccessibleName(m_drawing(m_usual).description());
    update();
}

void PictureView::setFaded(bool faded)
{
    if (std::exchange(m_faded, faded) != faded)
        update();
}

void PictureView::setBare(bool bare)
{
    if (std::exchange(m_bare, bare) != bare)
        update();
}

void PictureView::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_drawing)
        return;
    const auto colors = charts::ChartColors::fromPalette(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const pictures::Picture picture = m_drawing(size());
    pictures::paint(&painter, m_bare ? withoutNumbers(picture) : picture, rect(), font(),
                    [&colors, this](pictures::Role role) { return inkOf(role, colors, m_faded); });
}

} // namespace oneinn

#include "moc_pictureview.cpp"
