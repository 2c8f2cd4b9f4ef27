// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/wrappedlabel.h"

#include <QEvent>

namespace oneinn {

WrappedLabel::WrappedLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
}

QSize WrappedLabel::sizeHint() const
{
    return minimumSizeHint();
}

QSize WrappedLabel::minimumSizeHint() const
{
    constexpr int fewestCharacters = 8;
    const QFontMetrics metrics = fontMetrics();
    return {fewestCharacters * metrics.averageCharWidth(), metrics.lineSpacing()};
}

int WrappedLabel::heightForWidth(int width) const
{
    if (m_measured != text()) {
        m_measured = text();
        m_height.clear();
    }
    const auto known = m_height.constFind(width);
    if (known != m_height.constEnd())
        return *known;
    const int height = QLabel::heightForWidth(width);
    m_height.insert(width, height);
    return height;
}

void WrappedLabel::changeEvent(QEvent *event)
{
    m_height.clear(); // another font or style
    QLabel::changeEvent(event);
}

} // namespace oneinn

#include "moc_wrappedlabel.cpp"
