// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/flowrow.h"

#include <QResizeEvent>

#include <algorithm>

namespace oneinn {

namespace {

constexpr int flowSpacing = 6;

} // namespace

FlowRow::FlowRow(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FlowRow::add(QWidget *widget)
{
    widget->setParent(this);
    widget->show();
    m_widgets.push_back(widget);
    placed(width(), true);
    updateGeometry();
}

int FlowRow::placed(int width, bool move) const
{
    int x = 0;
    int y = 0;
    int line = 0;
    for (QWidget *widget : m_widgets) {
        QSize size = widget->sizeHint();
        size.setWidth(std::min(size.width(), std::max(width, 1)));
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += line + flowSpacing;
            line = 0;
        }
        if (move)
            widget->setGeometry({{x, y}, size});
        x += size.width() + flowSpacing;
        line = std::max(line, size.height());
    }
    return y + line;
}

QSize FlowRow::sizeHint() const
{
    return {minimumSizeHint().width(), placed(width(), false)};
}

QSize FlowRow::minimumSizeHint() const
{
    constexpr int fewestCharacters = 12;
    return {fewestCharacters * fontMetrics().averageCharWidth(), fontMetrics().lineSpacing()};
}

bool FlowRow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        placed(width(), true);
        updateGeometry();
    }
    return QWidget::event(event);
}

void FlowRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placed(width(), true);
}

} // namespace oneinn

#include "moc_flowrow.cpp"
