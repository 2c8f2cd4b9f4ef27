// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/histogramitem.h"

#include "charts/plotframe.h"
#include "charts/straightline.h"

#include <QChart>
#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace oneinn::charts {

namespace {

constexpr qreal scaleLabelGap = 5.0;
constexpr qreal legendPadding = 4.0;
constexpr qreal outlineWidth = 1.5;

bool isCounts(const std::vector<double> &counts, std::size_t bars, bool optional)
{
    return (counts.size() == bars || (optional && counts.empty()))
            && std::ranges::all_of(counts, [](double c) { return c >= 0.0 && std::isfinite(c); });
}

/// Falling-left diagonals inside the block, in one phase across all blocks. Lines and not a pattern
/// brush, which SVG viewers do not all understand and which does not scale.
void appendHatch(QList<QLineF> &lines, const QRectF &block)
{
    constexpr double spacing = 6.0;
    const double last = block.right() + block.bottom();
    const double first = std::ceil((block.left() + block.top()) / spacing) * spacing;
    const int count = static_cast<int>(std::ceil((last - first) / spacing));
    for (int i = 0; i < count; ++i) {
        const double sum = first + i * spacing;
        const double left = std::max(block.left(), sum - block.bottom());
        const double right = std::min(block.right(), sum - block.top());
        lines.append({left, sum - left, right, sum - right});
    }
}

/// Along a line of straight pieces, in one phase from its beginning; not where it lies on the
/// baseline, which has nothing to say.
void appendDashes(QList<QLineF> &dashes, const QList<QPointF> &line, double baseline)
{
    constexpr double dash = 5.0;
    constexpr double period = 9.0;
    double phase = 0.0;
    for (qsizetype i = 1; i < line.size(); ++i) {
        const QLineF piece(line[i - 1], line[i]);
        if (piece.y1() == baseline && piece.y2() == baseline)
            continue;
        const double length = piece.length();
        for (double at = -phase; at < length; at += period) {
            const double from = std::max(0.0, at);
            const double to = std::min(length, at + dash);
            if (to > from)
                dashes.append({piece.pointAt(from / length), piece.pointAt(to / length)});
        }
        phase = std::fmod(phase + length, period);
    }
}

double tallest(const std::vector<double> &shown, const std::vector<double> &notShown)
{
    double most = 0.0;
    for (std::size_t i = 0; i < shown.size(); ++i)
        most = std::max(most, shown[i] + notShown[i]);
    return most;
}

} // namespace

HistogramItem::HistogramItem(PlotFrame *frame)
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
    reserveScale();
}

bool HistogramItem::setData(HistogramData data)
{
    const std::size_t bars = data.positiveShown.size();
    const bool sound = (data.edges.size() == bars + 1 || (bars == 0 && data.edges.empty()))
            && std::ranges::is_sorted(data.edges) && isCounts(data.positiveShown, bars, false)
            && isCounts(data.positiveNotShown, bars, false)
            && isCounts(data.negativeShown, bars, false)
            && isCounts(data.negativeNotShown, bars, false)
            && isCounts(data.positiveLate, bars, true) && isCounts(data.negativeLate, bars, true)
            && isCounts(data.positiveEarlier, bars, true)
            && isCounts(data.negativeEarlier, bars, true);
    if (!sound)
        return false;
    m_data = std::move(data);
    const auto orTallest = [](double wished, const auto &shown, const auto &notShown,
                              const auto &earlier) {
        const double now = tallest(shown, notShown);
        const double most =
                earlier.empty() ? now : std::max(now, *std::ranges::max_element(earlier));
        return wished > 0.0 ? wished : most > 0.0 ? most : 1.0;
    };
    m_data.positiveMax = orTallest(m_data.positiveMax, m_data.positiveShown,
                                   m_data.positiveNotShown, m_data.positiveEarlier);
    m_data.negativeMax = orTallest(m_data.negativeMax, m_data.negativeShown,
                                   m_data.negativeNotShown, m_data.negativeEarlier);
    reserveScale();
    update();
    return true;
}

void HistogramItem::setLegend(const HistogramLegend &legend)
{
    m_legend = legend;
    update();
}

void HistogramItem::setScaleTitles(const QString &positives, const QString &negatives)
{
    if (m_scaleTitles == decltype(m_scaleTitles){positives, negatives})
        return;
    m_scaleTitles = {positives, negatives};
    reserveScale();
    update();
}

std::vector<Tick> HistogramItem::scaleTicks(bool positive) const
{
    const QFontMetricsF metrics(m_frame->labelFont());
    const double most = positive ? m_data.positiveMax : m_data.negativeMax;
    const double tall = m_data.oneScale ? most * pixelsPerCount(positive) : room(positive);
    // Bars that are hardly there have no scale: its numbers would lie on those of the others.
    if (m_data.oneScale && tall < metrics.height())
        return {};
    const int atMost = static_cast<int>(tall / metrics.height() / 1.8);
    auto ticks = numberTicks(0.0, most, std::clamp(atMost, 1, 6));
    // Rows are whole; where weights make small counts, tenths are honest.
    if (most >= 2.0)
        std::erase_if(ticks, [](const Tick &t) { return t.axis != std::floor(t.axis); });
    return ticks;
}

QStringList HistogramItem::scaleNumbers(bool positive) const
{
    QStringList numbers;
    const std::vector<Tick> ticks = scaleTicks(positive);
    for (const Tick &tick : ticks)
        numbers.append(tick.text);
    return numbers;
}

void HistogramItem::reserveScale()
{
    const QFontMetricsF metrics(m_frame->labelFont());
    qreal widest = 0.0;
    for (const bool positive : {true, false}) {
        for (const auto &tick : scaleTicks(positive))
            widest = std::max(widest, metrics.horizontalAdvance(tick.text));
    }
    const bool titled = !m_scaleTitles[0].isEmpty() || !m_scaleTitles[1].isEmpty();
    m_frame->reserve(PlotFrame::Edge::Left,
                     widest + scaleLabelGap + (titled ? metrics.height() + scaleLabelGap : 0.0));
}

double HistogramItem::middle() const
{
    const auto plot = m_frame->plotArea();
    if (!m_data.oneScale)
        return std::round(plot.center().y());
    const QFontMetricsF metrics(m_frame->labelFont());
    const double legend = metrics.height() + legendPadding;
    // Each part has room for its title, however small its bars.
    double title = 0.0;
    for (const QString &each : m_scaleTitles)
        title = std::max(title, metrics.horizontalAdvance(each) + legendPadding);
    const double least = std::min(title, plot.height() / 2.0);
    const double both = m_data.positiveMax + m_data.negativeMax;
    const double bars = std::max(0.0, plot.height() - 2.0 * legend);
    const double up = legend + bars * (both > 0.0 ? m_data.positiveMax / both : 0.5);
    return std::round(plot.top() + std::clamp(up, least, plot.height() - least));
}

double HistogramItem::room(bool positive) const
{
    const auto plot = m_frame->plotArea();
    double part = plot.height() / 2.0;
    if (m_data.oneScale)
        part = positive ? middle() - plot.top() : plot.bottom() - middle();
    // For the legend's line of text beyond the tallest bar.
    const double legend = QFontMetricsF(m_frame->labelFont()).height() + legendPadding;
    return std::max(part - legend, part / 2.0);
}

double HistogramItem::pixelsPerCount(bool positive) const
{
    const auto most = [](double count) { return count > 0.0 ? count : 1.0; };
    const double up = room(true) / most(m_data.positiveMax);
    const double down = room(false) / most(m_data.negativeMax);
    if (m_data.oneScale)
        return std::min(up, down);
    return positive ? up : down;
}

HistogramItem::Bar HistogramItem::bar(std::size_t index) const
{
    const auto plot = m_frame->plotArea();
    const double baseline = middle();
    const auto edge = [&](double axis) {
        const double x = m_frame->toPixels({axis, 0.0}).x();
        return std::round(std::clamp(x, plot.left(), plot.right()));
    };
    const double left = edge(m_data.edges[index]);
    // A pixel of air between bars, where there is room for it.
    const double whole = edge(m_data.edges[index + 1]) - left;
    const double width = whole > 3.0 ? whole - 1.0 : whole;
    const auto block = [&](bool up, double from, double to) {
        const double most = up ? baseline - plot.top() : plot.bottom() - baseline;
        const double scale = pixelsPerCount(up);
        const double near = std::min(from * scale, most);
        const double far = std::min(to * scale, most);
        return up ? QRectF(left, baseline - far, width, far - near)
                  : QRectF(left, baseline + near, width, far - near);
    };
    const auto late = [index](const std::vector<double> &counts, double shown) {
        return counts.empty() ? 0.0 : std::min(counts[index], shown);
    };
    const double up = m_data.positiveShown[index];
    const double down = m_data.negativeShown[index];
    return {block(true, 0.0, up),
            block(true, up, up + m_data.positiveNotShown[index]),
            block(false, 0.0, down),
            block(false, down, down + m_data.negativeNotShown[index]),
            block(true, up - late(m_data.positiveLate, up), up),
            block(false, down - late(m_data.negativeLate, down), down)};
}

QRectF HistogramItem::boundingRect() const
{
    const auto plot = m_frame->plotArea();
    const qreal left = m_frame->reserved(PlotFrame::Edge::Left);
    const qreal half = QFontMetricsF(m_frame->labelFont()).height();
    return plot.adjusted(-left, -half, 0.0, half);
}

void HistogramItem::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    painter->save();
    painter->setFont(m_frame->labelFont());
    paintScale(painter, true);
    paintScale(painter, false);
    paintBars(painter);
    paintEarlier(painter);
    m_legend.paint(painter, *m_frame);
    painter->restore();
}

void HistogramItem::paintBars(QPainter *painter) const
{
    std::array<QList<QRectF>, 6> blocks;
    for (std::size_t i = 0; i < m_data.positiveShown.size(); ++i) {
        const auto b = bar(i);
        const std::array<QRectF, 6> all{b.positiveShown,    b.positiveNotShown, b.negativeShown,
                                        b.negativeNotShown, b.positiveLate,     b.negativeLate};
        for (std::size_t kind = 0; kind < 6; ++kind) {
            if (all[kind].width() > 0.0 && all[kind].height() > 0.0)
                blocks[kind].append(all[kind]);
        }
    }
    const auto &colors = m_frame->colors();
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(Qt::NoPen);
    const std::array<QColor, 4> fills{colors.good, colors.goodPale, colors.bad, colors.neutralPale};
    for (std::size_t kind = 0; kind < 4; ++kind) {
        painter->setBrush(fills[kind]);
        painter->drawRects(blocks[kind]);
    }
    QList<QLineF> hatch;
    for (const std::size_t kind : {std::size_t{4}, std::size_t{5}}) {
        for (const auto &block : blocks[kind])
            appendHatch(hatch, block);
    }
    painter->setRenderHint(QPainter::Antialiasing, true);
    painter->setPen(QPen(colors.background, 1.2, Qt::SolidLine, Qt::FlatCap));
    painter->drawLines(hatch);
    painter->setRenderHint(QPainter::Antialiasing, false);
    // Pale alone would be too faint to see: a line along the tops.
    painter->setPen(QPen(colors.outline, 1.0));
    for (const auto &block : blocks[1])
        painter->drawLine(block.topLeft(), block.topRight());
    for (const auto &block : blocks[3])
        painter->drawLine(block.bottomLeft(), block.bottomRight());
    const auto plot = m_frame->plotArea();
    painter->setPen(QPen(colors.axis, 1.0));
    painter->drawLine(QPointF(plot.left(), middle()), QPointF(plot.right(), middle()));
}

QList<QPointF> HistogramItem::outline(bool positive) const
{
    const auto &counts = positive ? m_data.positiveEarlier : m_data.negativeEarlier;
    const auto plot = m_frame->plotArea();
    const double baseline = middle();
    const double most = positive ? baseline - plot.top() : plot.bottom() - baseline;
    QList<QPointF> corners;
    for (std::size_t i = 0; i < counts.size(); ++i) {
        const double high = std::min(counts[i] * pixelsPerCount(positive), most);
        const double y = std::round(positive ? baseline - high : baseline + high);
        for (const double edge : {m_data.edges[i], m_data.edges[i + 1]})
            corners.append({std::round(m_frame->toPixels({edge, 0.0}).x()), y});
    }
    return corners;
}

/// Dashes as lines of their own: a pen's are slow, and a drag paints everything.
void HistogramItem::paintEarlier(QPainter *painter) const
{
    QList<QLineF> dashes;
    for (const bool positive : {true, false})
        appendDashes(dashes, outline(positive), middle());
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setPen(QPen(m_frame->colors().ink, outlineWidth, Qt::SolidLine, Qt::FlatCap));
    painter->drawLines(dashes);
}

void HistogramItem::paintScale(QPainter *painter, bool positive) const
{
    const auto &colors = m_frame->colors();
    const auto plot = m_frame->plotArea();
    const QFontMetricsF metrics(m_frame->labelFont());
    const qreal baseline = middle();
    const qreal direction = positive ? -1.0 : 1.0;
    for (const auto &tick : scaleTicks(positive)) {
        const qreal y =
                baseline + direction * std::round(tick.axis * pixelsPerCount(positive)) + 0.5;
        if (tick.axis > 0.0)
            drawStraight(painter, {plot.left(), y, plot.right(), y}, colors.grid);
        else if (!positive)
            continue; // both scales share one zero
        painter->setPen(colors.text);
        painter->drawText(
                QPointF(plot.left() - scaleLabelGap - metrics.horizontalAdvance(tick.text),
                        y + (metrics.ascent() - metrics.descent()) / 2.0),
                tick.text);
    }
    const auto &title = m_scaleTitles[positive ? 0 : 1];
    if (title.isEmpty())
        return;
    painter->save();
    painter->setPen(colors.text);
    painter->translate(plot.left() - m_frame->reserved(PlotFrame::Edge::Left), baseline);
    painter->rotate(-90.0);
    // Both or neither, and never so that the two read as one.
    const qreal half = std::min(baseline - plot.top(), plot.bottom() - baseline);
    const qreal own = positive ? baseline - plot.top() : plot.bottom() - baseline;
    const qreal width = metrics.horizontalAdvance(title);
    const qreal wider = std::max(metrics.horizontalAdvance(m_scaleTitles[0]),
                                 metrics.horizontalAdvance(m_scaleTitles[1]));
    const qreal air = metrics.height();
    if (wider + air <= half) {
        const qreal away = std::max((own - width) / 2.0, air);
        painter->drawText(QPointF(positive ? away : -away - width, metrics.ascent()), title);
    }
    painter->restore();
}

qreal HistogramItem::legendWidth(bool right) const
{
    return m_legend.width(*m_frame, right);
}

} // namespace oneinn::charts

#include "moc_histogramitem.cpp"
