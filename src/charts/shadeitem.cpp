// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/shadeitem.h"

#include "charts/plotframe.h"

#include <QChart>
#include <QPainter>

#include <algorithm>

namespace oneinn::charts {

ShadeItem::ShadeItem(Meaning meaning, PlotFrame *frame)
    : QGraphicsObject(frame->chart())
    , m_meaning(meaning)
    , m_frame(frame)
{
    setZValue(PlotFrame::ShadeLayer);
    setAcceptedMouseButtons(Qt::NoButton);
    connect(frame, &PlotFrame::geometryChanged, this, [this] {
        prepareGeometryChange();
        update();
    });
    connect(frame, &PlotFrame::colorsChanged, this, [this] { update(); });
}

void ShadeItem::setRange(std::optional<std::pair<double, double>> range)
{
    if (range == m_range)
        return;
    prepareGeometryChange();
    m_range = range;
    update();
}

void ShadeItem::setLabel(const QString &label)
{
    m_label = label;
    update();
}

QRectF ShadeItem::boundingRect() const
{
    if (!m_range)
        return {};
    const auto &axis = m_frame->horizontal();
    const double low = std::clamp(m_range->first, axis.low, axis.high);
    const double high = std::clamp(m_range->second, axis.low, axis.high);
    if (!(low < high))
        return {};
    const auto plot = m_frame->plotArea();
    const double left = m_frame->toPixels({low, 0.0}).x();
    const double right = m_frame->toPixels({high, 0.0}).x();
    return {left, plot.top(), right - left, plot.height()};
}

void ShadeItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const auto area = boundingRect();
    if (area.isEmpty())
        return;
    const auto &colors = m_frame->colors();
    const bool late = m_meaning == Meaning::Late;
    painter->fillRect(area, late ? colors.lateShade : colors.shownShade);
    constexpr qreal padding = 6.0;
    painter->setFont(m_frame->labelFont());
    const auto text = area.adjusted(padding, padding, -padding, -padding);
    if (m_label.isEmpty() || painter->fontMetrics().horizontalAdvance(m_label) > text.width())
        return;
    painter->setPen(late ? colors.badText : colors.goodText);
    const auto edge = m_meaning == Meaning::AsGood ? Qt::AlignTop : Qt::AlignBottom;
    painter->drawText(text, Qt::AlignLeft | edge | Qt::TextSingleLine, m_label);
}

} // namespace oneinn::charts

#include "moc_shadeitem.cpp"
