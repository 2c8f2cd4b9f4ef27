// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/doubts/lossbars.h"

#include "charts/charttheme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace oneinn {

namespace {

constexpr int mostBars = 3; ///< room is kept for all, so that nothing jumps
constexpr int gap = 8;
constexpr int barHeight = 12; ///< in full

} // namespace

QList<LossBar> lossBars(const QList<wording::LossWords> &words, const FailureLosses &losses,
                        const PerFailure<Interval> &ranges)
{
    QList<LossBar> bars;
    for (const wording::LossWords &each : words)
        bars.append({each, losses.alone[each.failure], ranges[each.failure]});
    return bars;
}

double largestLoss(const QList<LossBar> &bars)
{
    double largest = 0.0;
    for (const LossBar &bar : bars)
        largest = std::max(
                {largest, std::abs(bar.loss), std::abs(bar.range.low), std::abs(bar.range.high)});
    return largest;
}

LossBars::LossBars(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LossBars::setSize(Size size)
{
    m_size = size;
    updateGeometry();
}

void LossBars::display(const QList<LossBar> &bars, double fullWidth)
{
    m_bars = bars;
    m_fullWidth = fullWidth;
    QStringList sentences;
    for (const LossBar &bar : bars)
        sentences.append(bar.words.sentence);
    setAccessibleName(sentences.join(u' '));
    update();
}

void LossBars::setFaded(bool faded)
{
    m_faded = faded;
    update();
}

int LossBars::rowHeight() const
{
    const int line = fontMetrics().height();
    return m_size == Size::Small ? line + 3 : 2 * line + barHeight + 9;
}

int LossBars::numberWidth() const
{
    int width = 0;
    for (const LossBar &bar : m_bars)
        width = std::max(width, fontMetrics().horizontalAdvance(bar.words.loss));
    return width;
}

QSize LossBars::sizeHint() const
{
    return {m_size == Size::Small ? 180 : 320, mostBars * rowHeight()};
}

QSize LossBars::minimumSizeHint() const
{
    return {160, mostBars * rowHeight()};
}

void LossBars::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    QRect row(0, 0, width(), rowHeight());
    for (const LossBar &bar : std::as_const(m_bars)) {
        if (m_size == Size::Small)
            paintSmall(painter, bar, row);
        else
            paintFull(painter, bar, row);
        row.translate(0, rowHeight());
    }
}

void LossBars::paintSmall(QPainter &painter, const LossBar &bar, const QRect &row) const
{
    const auto colors = charts::ChartColors::fromPalette(palette());
    int names = 0;
    for (const Failure failure : everyFailure)
        names = std::max(names, fontMetrics().horizontalAdvance(wording::failureName(failure)));
    painter.setPen(m_faded ? colors.text : colors.ink);
    painter.drawText(row, Qt::AlignLeft | Qt::AlignVCenter,
                     wording::failureName(bar.words.failure));
    painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, bar.words.loss);
    paintBar(painter, bar, row.adjusted(names + gap, 3, -numberWidth() - gap, -3));
}

void LossBars::paintFull(QPainter &painter, const LossBar &bar, const QRect &row) const
{
    const auto colors = charts::ChartColors::fromPalette(palette());
    const int line = fontMetrics().height();
    QRect place(row.left(), row.top(), row.width(), line);
    painter.setPen(m_faded ? colors.text : colors.ink);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, bar.words.step);
    painter.drawText(place, Qt::AlignRight | Qt::AlignVCenter, bar.words.loss);
    place.translate(0, line + 2);
    paintBar(painter, bar, QRect(place.left(), place.top(), place.width(), barHeight));
    place.translate(0, barHeight + 1);
    painter.setPen(colors.text);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter, bar.words.range);
}

/// To the right whatever the sign, which the number tells: a gain is pale.
void LossBars::paintBar(QPainter &painter, const LossBar &bar, const QRectF &room) const
{
    const auto colors = charts::ChartColors::fromPalette(palette());
    painter.setPen(QPen(colors.axis, 1.0));
    painter.drawLine(room.topLeft(), room.bottomLeft());
    if (!(m_fullWidth > 0.0) || bar.loss == 0.0)
        return;
    const auto widthOf = [&](double loss) { return room.width() * loss / m_fullWidth; };
    const bool first = bar.words.failure == m_bars.first().words.failure && bar.loss > 0.0;
    QColor fill = first ? colors.bad : colors.good;
    if (bar.loss < 0.0)
        fill = colors.goodPale;
    if (m_faded)
        fill = colors.neutralPale;
    QRectF box = room;
    box.setWidth(std::max(1.0, widthOf(std::abs(bar.loss))));
    painter.fillRect(box, fill);
    if (m_size == Size::Small || !(bar.range.low > 0.0))
        return;
    const double middle = room.center().y();
    painter.setPen(QPen(colors.ink, 1.4));
    const double low = room.left() + widthOf(bar.range.low);
    const double high = room.left() + widthOf(bar.range.high);
    painter.drawLine(QPointF(low, middle), QPointF(high, middle));
    painter.drawLine(QPointF(low, middle - 3), QPointF(low, middle + 3));
    painter.drawLine(QPointF(high, middle - 3), QPointF(high, middle + 3));
}

} // namespace oneinn

#include "moc_lossbars.cpp"
