// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/evidence/iconarray.h"

#include "charts/charttheme.h"

#include <QPainter>

namespace oneinn {

namespace {

constexpr int perSide = 10;

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

QSize IconArray::sizeHint() const
{
    const int side = perSide * qMax(9, fontMetrics().height() * 2 / 3);
    return {side, side};
}

void IconArray::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colors = charts::ChartColors::fromPalette(palette());
    const double step = double(width()) / perSide;
    for (int i = 0; i < perSide * perSide; ++i) {
        const int column = i % perSide;
        const int row = i / perSide;
        const QRectF box(step * column + 1, step * row + 1, step - 2, step - 2);
        if (m_bad) {
            paintIcon(painter, box, i < *m_bad, colors);
        } else {
            painter.setPen(QPen(colors.axis, 1.0));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(box);
        }
    }
}

} // namespace oneinn

#include "moc_iconarray.cpp"
