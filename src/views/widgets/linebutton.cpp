// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/linebutton.h"

#include <QStyleOptionToolButton>
#include <QStylePainter>

#include <algorithm>

namespace oneinn {

namespace {

constexpr int mostLineCharacters = 44;
constexpr int fewestLineCharacters = 16;
constexpr int lineMargin = 9; ///< as the style sheet pads it

} // namespace

QSize LineButton::sizeFor(int textWidth) const
{
    return {textWidth + 2 * lineMargin, QToolButton::sizeHint().height()};
}

QSize LineButton::sizeHint() const
{
    return sizeFor(std::min(fontMetrics().horizontalAdvance(text()) + lineMargin,
                            mostLineCharacters * fontMetrics().averageCharWidth()));
}

QSize LineButton::minimumSizeHint() const
{
    return sizeFor(std::min(fontMetrics().horizontalAdvance(text()) + lineMargin,
                            fewestLineCharacters * fontMetrics().averageCharWidth()));
}

void LineButton::paintEvent(QPaintEvent * /*event*/)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text = fontMetrics().elidedText(text(), Qt::ElideRight, width() - 2 * lineMargin);
    painter.drawComplexControl(QStyle::CC_ToolButton, option);
}

} // namespace oneinn

#include "moc_linebutton.cpp"
