// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/plotframe.h"

#include "charts/straightline.h"

#include <QChart>
#include <QFontMetricsF>
#include <QPainter>
#include <QValueAxis>

#include <algorithm>
#include <cmath>

namespace oneinn::charts {

namespace {

constexpr qreal edgePadding = 8.0;
constexpr qreal tickLabelGap = 5.0;
constexpr qreal titleGap = 3.0;
constexpr qreal labelScale = 0.88;
constexpr qreal labelSpacing = 6.0;

QValueAxis *bareAxis(QObject *parent)
{
    auto *axis = new QValueAxis(parent);
    axis->setLabelsVisible(false);
    axis->setGridLineVisible(false);
    axis->setLineVisible(false);
    return axis;
}

/// Lines of one pixel look sharp only on pixel centres.
qreal crisp(qreal value)
{
    return std::floor(value) + 0.5;
}

} // namespace

AxisSpec mappedAxis(const AxisMapping &mapping, const QString &title)
{
    return {mapping.low(), mapping.high(), title,
            [mapping](int atMost) { return mapping.ticks(atMost); }, true};
}

AxisSpec percentAxis(const QString &title, double low, double high)
{
    return {low, high, title, [low, high](int atMost) { return percentTicks(low, high, atMost); },
            true};
}

AxisSpec numberAxis(const QString &title, double low, double high)
{
    return {low, high, title, [low, high](int atMost) { return numberTicks(low, high, atMost); },
            true};
}

PlotFrame::PlotFrame(QChart *chart, const ChartColors &colors)
    : QGraphicsObject(chart)
    , m_chart(chart)
    , m_colors(colors)
    , m_x(bareAxis(this))
    , m_y(bareAxis(this))
{
    setZValue(GridLayer);
    setAcceptedMouseButtons(Qt::NoButton);
    chart->addAxis(m_x, Qt::AlignBottom);
    chart->addAxis(m_y, Qt::AlignLeft);
    applyTheme(chart, colors);
    connect(chart, &QChart::plotAreaChanged, this, [this] {
        prepareGeometryChange();
        updateTicks();
        Q_EMIT geometryChanged();
    });
    relayout();
}

void PlotFrame::setHorizontal(AxisSpec spec)
{
    m_horizontal = std::move(spec);
    m_x->setRange(m_horizontal.low, m_horizontal.high);
    relayout();
    Q_EMIT geometryChanged();
}

void PlotFrame::setVertical(AxisSpec spec)
{
    m_vertical = std::move(spec);
    m_y->setRange(m_vertical.low, m_vertical.high);
    relayout();
    Q_EMIT geometryChanged();
}

void PlotFrame::attach(QAbstractSeries *series)
{
    m_chart->addSeries(series);
    series->attachAxis(m_x);
    series->attachAxis(m_y);
}

QRectF PlotFrame::plotArea() const
{
    return m_chart->plotArea();
}

QPointF PlotFrame::toPixels(QPointF axisUnits) const
{
    const auto plot = plotArea();
    const double x = (axisUnits.x() - m_horizontal.low) / (m_horizontal.high - m_horizontal.low);
    const double y = (axisUnits.y() - m_vertical.low) / (m_vertical.high - m_vertical.low);
    return {plot.left() + x * plot.width(), plot.bottom() - y * plot.height()};
}

QPointF PlotFrame::toAxis(QPointF pixels) const
{
    const auto plot = plotArea();
    if (plot.isEmpty())
        return {m_horizontal.low, m_vertical.low};
    const double x = (pixels.x() - plot.left()) / plot.width();
    const double y = (plot.bottom() - pixels.y()) / plot.height();
    return {std::lerp(m_horizontal.low, m_horizontal.high, x),
            std::lerp(m_vertical.low, m_vertical.high, y)};
}

QPointF PlotFrame::clamped(QPointF axisUnits) const
{
    return {std::clamp(axisUnits.x(), m_horizontal.low, m_horizontal.high),
            std::clamp(axisUnits.y(), m_vertical.low, m_vertical.high)};
}

void PlotFrame::reserve(Edge edge, qreal pixels)
{
    auto &reserved = m_reserved[static_cast<std::size_t>(edge)];
    if (pixels <= reserved)
        return;
    reserved = pixels;
    relayout();
}

qreal PlotFrame::reserved(Edge edge) const
{
    return m_reserved[static_cast<std::size_t>(edge)];
}

void PlotFrame::setColors(const ChartColors &colors)
{
    m_colors = colors;
    applyTheme(m_chart, colors);
    update();
    Q_EMIT colorsChanged();
}

const QFont &PlotFrame::labelFont() const
{
    const QFont whole = m_chart->font();
    if (m_scaledFrom == whole)
        return m_labelFont;
    m_scaledFrom = whole;
    m_labelFont = whole;
    if (whole.pointSizeF() > 0.0)
        m_labelFont.setPointSizeF(whole.pointSizeF() * labelScale);
    else
        m_labelFont.setPixelSize(qRound(whole.pixelSize() * labelScale));
    return m_labelFont;
}

void PlotFrame::relayout()
{
    updateTicks();
    const QFontMetricsF metrics(labelFont());
    const auto titleSpace = [&](const AxisSpec &spec) {
        return spec.title.isEmpty() ? 0.0 : metrics.height() + titleGap;
    };
    const qreal bottomLabels = m_horizontal.ticks ? metrics.height() + tickLabelGap : 0.0;
    // Half of the outermost labels stands out beyond the plot.
    const qreal overhang = m_horizontal.ticks ? metrics.horizontalAdvance(u'0') * 2.5 : 0.0;
    const auto placePlot = [&](qreal widestLabel) {
        const qreal leftLabels = m_yTicks.empty() ? 0.0 : widestLabel + tickLabelGap;
        const qreal left = std::max(leftLabels + titleSpace(m_vertical), reserved(Edge::Left));
        const QMarginsF margins(
                edgePadding + std::max(left, overhang), edgePadding + reserved(Edge::Top),
                edgePadding + std::max(reserved(Edge::Right), overhang),
                edgePadding + reserved(Edge::Bottom) + bottomLabels + titleSpace(m_horizontal));
        // Qt Charts adds padding of its own around margins, so the plot area is set outright.
        const QRectF plot = QRectF(QPointF(), m_chart->size()).marginsRemoved(margins);
        m_chart->setPlotArea(plot.isValid() ? plot
                                            : QRectF(margins.left(), margins.top(), 1.0, 1.0));
        updateTicks();
    };
    // Ticks go by the size of the plot, and the plot by how wide their labels are.
    constexpr int mostPasses = 3;
    qreal widest = -1.0;
    for (int pass = 0; pass < mostPasses && widestVerticalLabel() != widest; ++pass) {
        widest = widestVerticalLabel();
        placePlot(widest);
    }
    update();
}

void PlotFrame::updateTicks()
{
    const QFontMetricsF metrics(labelFont());
    const auto plot = plotArea();
    const auto atMost = [](qreal length, qreal each) {
        return std::clamp(static_cast<int>(length / each) + 1, 2, 30);
    };
    m_xTicks.clear();
    m_yTicks.clear();
    if (m_vertical.ticks)
        m_yTicks = m_vertical.ticks(atMost(plot.height(), metrics.height() * 2.6));
    if (!m_horizontal.ticks)
        return;
    // Label widths depend on the ticks chosen: take fewer until they fit.
    for (int wanted = atMost(plot.width(), metrics.height() * 3.2); wanted >= 1; --wanted) {
        m_xTicks = m_horizontal.ticks(wanted);
        qreal end = -1e9;
        const bool fits = std::ranges::all_of(m_xTicks, [&](const Tick &tick) {
            const qreal half = metrics.horizontalAdvance(tick.text) / 2.0;
            const qreal x = toPixels({tick.axis, m_vertical.low}).x();
            const bool free = x - half >= end + labelSpacing;
            end = x + half;
            return free;
        });
        if (fits)
            return;
    }
}

qreal PlotFrame::widestVerticalLabel() const
{
    const QFontMetricsF metrics(labelFont());
    qreal widest = 0.0;
    for (const auto &tick : m_yTicks)
        widest = std::max(widest, metrics.horizontalAdvance(tick.text));
    return widest;
}

QRectF PlotFrame::boundingRect() const
{
    return {QPointF(), m_chart->size()};
}

void PlotFrame::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->setFont(labelFont());
    painter->setRenderHint(QPainter::Antialiasing, true);
    paintHorizontal(painter);
    paintVertical(painter);
    const auto plot = plotArea();
    const qreal y = crisp(plot.bottom());
    drawStraight(painter, {plot.left(), y, plot.right(), y}, m_colors.axis);
}

void PlotFrame::paintHorizontal(QPainter *painter) const
{
    const auto plot = plotArea();
    const QFontMetricsF metrics(labelFont());
    const qreal top = plot.bottom() + reserved(Edge::Bottom) + tickLabelGap;
    for (const auto &tick : m_xTicks) {
        const qreal x = crisp(toPixels({tick.axis, m_vertical.low}).x());
        if (m_horizontal.gridLines)
            drawStraight(painter, {x, plot.top(), x, plot.bottom()}, m_colors.grid);
        painter->setPen(m_colors.text);
        // Near an edge of the picture the label moves inward instead of being cut.
        const qreal width = metrics.horizontalAdvance(tick.text);
        const qreal left = std::clamp(x - width / 2.0, 1.0,
                                      std::max(1.0, m_chart->size().width() - width - 1.0));
        painter->drawText(QPointF(left, top + metrics.ascent()), tick.text);
    }
    if (m_horizontal.title.isEmpty())
        return;
    painter->setPen(m_colors.text);
    const qreal labels = m_horizontal.ticks ? metrics.height() + titleGap : 0.0;
    const QRectF area(0.0, top + labels, m_chart->size().width(), metrics.height());
    const auto text = metrics.elidedText(m_horizontal.title, Qt::ElideRight, area.width());
    const qreal width = metrics.horizontalAdvance(text);
    const qreal centred = plot.center().x() - width / 2.0;
    const qreal left = std::max(0.0, std::min(centred, area.width() - width));
    painter->drawText(QPointF(left, area.top() + metrics.ascent()), text);
}

void PlotFrame::paintVertical(QPainter *painter) const
{
    const auto plot = plotArea();
    const QFontMetricsF metrics(labelFont());
    for (const auto &tick : m_yTicks) {
        const qreal y = crisp(toPixels({m_horizontal.low, tick.axis}).y());
        if (m_vertical.gridLines)
            drawStraight(painter, {plot.left(), y, plot.right(), y}, m_colors.grid);
        painter->setPen(m_colors.text);
        const qreal left = plot.left() - tickLabelGap - metrics.horizontalAdvance(tick.text);
        const qreal baseline = y + (metrics.ascent() - metrics.descent()) / 2.0;
        painter->drawText(QPointF(left, baseline), tick.text);
    }
    if (m_vertical.title.isEmpty())
        return;
    painter->save();
    painter->setPen(m_colors.text);
    painter->translate(edgePadding / 2.0, plot.center().y());
    painter->rotate(-90.0);
    const auto text =
            metrics.elidedText(m_vertical.title, Qt::ElideRight, m_chart->size().height());
    const qreal width = metrics.horizontalAdvance(text);
    // Centred on the plot, but inside the picture when the title is longer than the plot is high.
    const qreal below = m_chart->size().height() - plot.center().y();
    const qreal left = std::clamp(-width / 2.0, std::min(-below, plot.center().y() - width),
                                  std::max(-below, plot.center().y() - width));
    painter->drawText(QPointF(left, metrics.ascent()), text);
    painter->restore();
}

} // namespace oneinn::charts

#include "moc_plotframe.cpp"
