// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/evidence/iconarray.h"

#include "charts/charttheme.h"

#include <QPainter>

#include <utility>

namespace oneinn {

namespace {

constexpr int perSide = 10;
constexpr double guessLine = 1.4;

void paintIcon(QPainter &painter, const QRectF &box, bool bad, const charts::ChartColors &colors)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(bad ? colors.bad : colors.goodPale);
    if (!bad) {
        painter.drawEllipse(box);
        return;
    }
    painter.drawRoundedRect(box, 1.5, 1.5);
    painter.setPen(QPen(colors.background, 1.2));
    const QRectF cross = box.adjusted(2, 2, -2, -2);
    painter.drawLine(cross.topLeft(), cross.bottomRight());
    painter.drawLine(cross.bottomLeft(), cross.topRight());
}

/// Filled, or hollow.
void paintDisc(QPainter &painter, const QRectF &box, bool filled, const charts::ChartColors &colors)
{
    painter.setPen(filled ? QPen(Qt::NoPen) : QPen(colors.axis, 1.0));
    painter.setBrush(filled ? QBrush(colors.good) : QBrush(Qt::NoBrush));
    painter.drawEllipse(box);
}

} // namespace

IconArray::IconArray(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void IconArray::display(std::optional<int> bad, const QString &description)
{
    setAccessibleName(description);
    setToolTip(description);
    if (bad == m_bad)
        return;
    m_bad = bad;
    update();
}

void IconArray::setGuesses(std::vector<int> guesses, const QColor &color)
{
    m_guesses = std::move(guesses);
    m_guessColor = color;
    update();
}

void IconArray::setCountsGood(bool good)
{
    m_countsGood = good;
    update();
}

void IconArray::setDrawsUnknown(bool draws)
{
    m_drawsUnknown = draws;
    update();
}

void IconArray::setSmall(bool small)
{
    m_small = small;
    updateGeometry();
}

QSize IconArray::sizeHint() const
{
    const int height = fontMetrics().height();
    const int side = perSide * (m_small ? qMax(6, height * 4 / 9) : qMax(9, height * 2 / 3));
    return {side, side};
}

void IconArray::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_bad && !m_countsGood && !m_drawsUnknown)
        return; // of so few, 100 icons would claim what nobody knows
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colors = charts::ChartColors::fromPalette(palette());
    const double step = double(width()) / perSide;
    for (int i = 0; i < perSide * perSide; ++i) {
        const int column = i % perSide;
        const int row = i / perSide;
        const QRectF box(step * column + 1, step * row + 1, step - 2, step - 2);
        if (m_bad && !m_countsGood)
            paintIcon(painter, box, i < *m_bad, colors);
        else
            paintDisc(painter, box, i < m_bad.value_or(0), colors);
    }
    painter.setBrush(Qt::NoBrush);
    for (const int guess : m_guesses) {
        const int at = guess - 1;
        if (at < 0 || at >= perSide * perSide)
            continue;
        const int column = at % perSide;
        const int row = at / perSide;
        const QRectF box(step * column, step * row, step, step);
        const QRectF ring =
                box.adjusted(guessLine / 2, guessLine / 2, -guessLine / 2, -guessLine / 2);
        // Apart from what it lies on, whichever colour that has.
        painter.setPen(QPen(colors.background, 2 * guessLine));
        painter.drawEllipse(ring);
        painter.setPen(QPen(m_guessColor, guessLine));
        painter.drawEllipse(ring);
    }
}

} // namespace oneinn

#include "moc_iconarray.cpp"
