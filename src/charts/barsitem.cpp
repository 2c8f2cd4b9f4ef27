// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/barsitem.h"

#include "charts/plotframe.h"

#include <QChart>
#include <QPainter>

#include <algorithm>

namespace oneinn::charts {

BarsItem::BarsItem(PlotFrame *frame)
    : QGraphicsObject(frame->chart())
    , m_frame(frame)
{
    setZValue(PlotFrame::BarLayer);
    setAcceptedMouseButtons(Qt::NoButton);
    connect(frame, &PlotFrame::geometryChanged, this, [this] {
        prepareGeometryChange();
        update();
    });
    connect(frame, &PlotFrame::colorsChanged, this, [this] { update(); });
}

void BarsItem::setBars(std::vector<double> heights, double from, double to)
{
    prepareGeometryChange();
    m_heights = std::move(heights);
    m_from = from;
    m_to = to;
    update();
}

QRectF BarsItem::boundingRect() const
{
    if (m_heights.empty())
        return {};
    return m_frame->plotArea().adjusted(-1.0, 0.0, 1.0, 1.0);
}

void BarsItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (m_heights.empty())
        return;
    const double most = *std::max_element(m_heights.begin(), m_heights.end());
    if (!(most > 0.0))
        return;
    constexpr qreal lowest = 2.0; // what is seldom is there all the same
    const QRectF plot = m_frame->plotArea();
    const double step = (m_to - m_from) / static_cast<double>(m_heights.size());
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(m_frame->colors().outline, 1.0));
    painter->setBrush(m_frame->colors().neutralPale);
    double axis = m_from;
    for (const double height : m_heights) {
        const qreal left = m_frame->toPixels({axis, 0.0}).x();
        const qreal right = m_frame->toPixels({axis + step, 0.0}).x();
        axis += step;
        if (!(height > 0.0))
            continue;
        const qreal tall = std::max(lowest, height / most * partOfPlot * plot.height());
        painter->drawRect(QRectF(left, plot.bottom() - tall, std::max(1.0, right - left), tall));
    }
}

} // namespace oneinn::charts

#include "moc_barsitem.cpp"
