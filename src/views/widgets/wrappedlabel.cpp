// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/wrappedlabel.h"

#include <QEvent>

#include <algorithm>

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
    int height = QLabel::heightForWidth(width);
    if (!m_roomFor.isEmpty())
        height = std::max(height, measured(m_roomFor, width));
    m_height.insert(width, height);
    return height;
}

int WrappedLabel::measured(const QString &text, int width) const
{
    WrappedLabel probe;
    probe.setFont(font());
    probe.setMargin(margin());
    probe.setText(text);
    return probe.heightForWidth(width);
}

void WrappedLabel::setRoomFor(const QString &text)
{
    if (text == m_roomFor)
        return;
    m_roomFor = text;
    m_height.clear();
    updateGeometry();
}

void WrappedLabel::changeEvent(QEvent *event)
{
    m_height.clear(); // another font or style
    QLabel::changeEvent(event);
}

} // namespace oneinn

#include "moc_wrappedlabel.cpp"
