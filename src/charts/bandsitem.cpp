// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/bandsitem.h"

#include "charts/halotext.h"
#include "charts/histogramitem.h"
#include "charts/plotframe.h"

#include <QChart>
#include <QPainter>

#include <algorithm>

namespace oneinn::charts {

namespace {

constexpr qreal thickness = 3.0;
constexpr qreal stopHeight = 7.0;

} // namespace

BandsItem::BandsItem(PlotFrame *frame, Edge edge)
    : QGraphicsObject(frame->chart())
    , m_frame(frame)
    , m_edge(edge)
{
    setZValue(PlotFrame::MarkLayer);
    setAcceptedMouseButtons(Qt::NoButton);
    connect(frame, &PlotFrame::geometryChanged, this, [this] {
        prepareGeometryChange();
        update();
    });
    connect(frame, &PlotFrame::colorsChanged, this, [this] { update(); });
}

void BandsItem::setRanges(Ranges ranges)
{
    if (ranges == m_ranges)
        return;
    prepareGeometryChange();
    m_ranges = std::move(ranges);
    update();
}

void BandsItem::setLabel(const QString &label)
{
    m_label = label;
    update();
}

/// From left to right; those that a pixel or less lies between are one.
std::vector<QRectF> BandsItem::strips() const
{
    const AxisSpec &axis = m_frame->horizontal();
    const QRectF plot = m_frame->plotArea();
    const qreal top = m_edge == Edge::Upper ? plot.top() - thickness : plot.bottom() - thickness;
    std::vector<QRectF> strips;
    for (const auto &[from, to] : m_ranges) {
        const double low = std::clamp(from, axis.low, axis.high);
        const double high = std::clamp(to, axis.low, axis.high);
        if (!(low <= high) || to < axis.low || from > axis.high)
            continue;
        const qreal left = m_frame->toPixels({low, 0.0}).x();
        const qreal right = m_frame->toPixels({high, 0.0}).x();
        strips.emplace_back(left, top, std::max(1.0, right - left), thickness);
    }
    std::sort(strips.begin(), strips.end(),
              [](const QRectF &a, const QRectF &b) { return a.left() < b.left(); });
    std::vector<QRectF> joined;
    for (const QRectF &strip : strips) {
        if (!joined.empty() && strip.left() <= joined.back().right() + 1.0)
            joined.back().setRight(std::max(joined.back().right(), strip.right()));
        else
            joined.push_back(strip);
    }
    return joined;
}

QRectF BandsItem::boundingRect() const
{
    if (m_ranges.empty())
        return {};
    const QRectF plot = m_frame->plotArea();
    return plot.adjusted(-1.0, -stopHeight, 1.0, 0.0);
}

void BandsItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    const auto all = strips();
    if (all.empty())
        return;
    const ChartColors &colors = m_frame->colors();
    painter->setRenderHint(QPainter::Antialiasing, false);
    const QColor color = m_edge == Edge::Upper ? colors.goodText : colors.ink;
    for (const QRectF &strip : all) {
        painter->fillRect(strip, color);
        for (const qreal end : {strip.left(), strip.right() - 1.0})
            painter->fillRect(QRectF(end, strip.bottom() - stopHeight, 1.0, stopHeight), color);
    }
    if (m_edge == Edge::Upper)
        drawLabel(painter, all);
}

void BandsItem::setBesideLegendOf(const HistogramItem *histogram)
{
    m_besideLegend = histogram;
    update();
}

/// Where its baseline begins; absent where there is no room.
std::optional<QPointF> BandsItem::labelPlace(const QRectF &strip,
                                             const QFontMetricsF &metrics) const
{
    constexpr qreal padding = 4.0;
    const qreal width = metrics.horizontalAdvance(m_label);
    const qreal wanted = strip.left() + padding;
    if (width + 2.0 * padding > strip.width())
        return std::nullopt;
    if (!m_besideLegend) // the first line of the plot is where legends stand
        return QPointF(wanted, strip.bottom() + padding + metrics.lineSpacing() + metrics.ascent());
    const QRectF plot = m_frame->plotArea();
    const qreal first = plot.left() + m_besideLegend->legendWidth(false) + padding;
    const qreal last = plot.right() - m_besideLegend->legendWidth(true) - padding - width;
    if (last < first)
        return std::nullopt;
    return QPointF(std::clamp(wanted, first, last), plot.top() + 2.0 + metrics.ascent());
}

void BandsItem::drawLabel(QPainter *painter, const std::vector<QRectF> &strips) const
{
    const ChartColors &colors = m_frame->colors();
    const QRectF widest =
            *std::max_element(strips.begin(), strips.end(), [](const QRectF &a, const QRectF &b) {
                return a.width() < b.width();
            });
    if (m_label.isEmpty())
        return;
    painter->setFont(m_frame->labelFont());
    if (const auto place = labelPlace(widest, painter->fontMetrics()))
        drawHaloText(painter, *place, m_label, colors.goodText, colors.background);
}

} // namespace oneinn::charts

#include "moc_bandsitem.cpp"
