// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/launch/waterfallview.h"

#include "charts/charttheme.h"
#include "pictures/picturepainter.h"

#include <QPainter>

#include <utility>

namespace oneinn {

namespace {

constexpr QSize usualSize{720, 150};
constexpr QSize leastSize{420, 130};

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

} // namespace

WaterfallView::WaterfallView(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void WaterfallView::display(const std::shared_ptr<const Dropped> &dropped,
                            const report::PeriodNames &names, const FeatureWords &words)
{
    m_dropped = dropped;
    m_names = names;
    m_words = words;
    if (dropped)
        setAccessibleName(picture().description());
    update();
}

void WaterfallView::setFaded(bool faded)
{
    if (std::exchange(m_faded, faded) != faded)
        update();
}

QSize WaterfallView::sizeHint() const
{
    return usualSize;
}

QSize WaterfallView::minimumSizeHint() const
{
    return leastSize;
}

pictures::Picture WaterfallView::picture() const
{
    return report::dropPicture(*m_dropped, m_names, m_words, size());
}

void WaterfallView::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_dropped)
        return;
    const auto colors = charts::ChartColors::fromPalette(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    pictures::paint(&painter, picture(), rect(), font(),
                    [&colors, this](pictures::Role role) { return inkOf(role, colors, m_faded); });
}

} // namespace oneinn

#include "moc_waterfallview.cpp"
