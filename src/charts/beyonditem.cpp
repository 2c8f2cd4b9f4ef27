// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/beyonditem.h"

#include "charts/halotext.h"
#include "charts/plotframe.h"

#include <QChart>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace oneinn::charts {

namespace {

constexpr qreal hatchPart = 0.16; ///< of the way from the background to the ink
constexpr qreal wordsAir = 5.0;

} // namespace

QList<QLineF> hatchLines(const QRectF &area)
{
    QList<QLineF> lines;
    if (area.isEmpty())
        return lines;
    // Each stroke is a part of x + y = sum.
    const qreal last = area.right() + area.bottom();
    qreal sum = std::ceil((area.left() + area.top()) / hatchDistance) * hatchDistance;
    for (; sum <= last; sum += hatchDistance) {
        const qreal from = std::max(area.left(), sum - area.bottom());
        const qreal to = std::min(area.right(), sum - area.top());
        lines.append(QLineF(from, sum - from, to, sum - to));
    }
    return lines;
}

BeyondItem::BeyondItem(PlotFrame *frame)
    : QGraphicsObject(frame->chart())
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

void BeyondItem::setRegions(QList<QRectF> regions)
{
    if (regions == m_regions)
        return;
    prepareGeometryChange();
    m_regions = std::move(regions);
    update();
}

void BeyondItem::setRanges(const QList<std::pair<double, double>> &ranges)
{
    const AxisSpec &vertical = m_frame->vertical();
    QList<QRectF> regions;
    for (const auto &[low, high] : ranges)
        regions.append(QRectF(QPointF(low, vertical.low), QPointF(high, vertical.high)));
    setRegions(std::move(regions));
}

void BeyondItem::setLabel(const QString &label)
{
    m_label = label;
    update();
}

/// In pixels; what is narrower than the distance of two strokes is hatched by one, if at all.
QList<QRectF> BeyondItem::areas() const
{
    QList<QRectF> areas;
    for (const QRectF &region : m_regions) {
        const QPointF low = m_frame->toPixels(m_frame->clamped(region.topLeft()));
        const QPointF high = m_frame->toPixels(m_frame->clamped(region.bottomRight()));
        const QRectF area = QRectF(low, high).normalized();
        if (!area.isEmpty())
            areas.append(area);
    }
    return areas;
}

QRectF BeyondItem::boundingRect() const
{
    return m_regions.isEmpty() ? QRectF() : m_frame->plotArea();
}

void BeyondItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const QList<QRectF> all = areas();
    if (all.isEmpty())
        return;
    const ChartColors &colors = m_frame->colors();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(mixed(colors.background, colors.ink, hatchPart), 1.0));
    for (const QRectF &area : all)
        painter->drawLines(hatchLines(area));
    drawLabel(painter, *std::max_element(all.begin(), all.end(), [](const auto &a, const auto &b) {
                  return a.width() < b.width();
              }));
}

void BeyondItem::drawLabel(QPainter *painter, const QRectF &widest) const
{
    const QFontMetricsF metrics(m_frame->labelFont());
    const QRectF inside = widest.adjusted(wordsAir, wordsAir, -wordsAir, -wordsAir);
    if (m_label.isEmpty() || metrics.horizontalAdvance(m_label) > inside.width()
        || metrics.height() > inside.height())
        return;
    painter->setFont(m_frame->labelFont());
    drawHaloText(painter, {inside.left(), inside.bottom() - metrics.descent()}, m_label,
                 m_frame->colors().badText, m_frame->colors().background);
}

} // namespace oneinn::charts

#include "moc_beyonditem.cpp"
