// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/start/samplecard.h"

#include "charts/charttheme.h"

#include <QPainter>

namespace oneinn {

namespace {

constexpr int padding = 14;
constexpr int cardGap = 4;
constexpr int usualWidth = 300;

} // namespace

SampleCard::SampleCard(const QString &title, const QString &sentence, QWidget *parent)
    : QAbstractButton(parent)
    , m_sentence(sentence)
{
    setText(title);
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover); // is painted anew when the mouse comes and goes
    setCursor(Qt::PointingHandCursor);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QFont SampleCard::titleFont() const
{
    QFont result = font();
    result.setBold(true);
    result.setPointSizeF(result.pointSizeF() * 1.15);
    return result;
}

QSize SampleCard::sizeHint() const
{
    return {usualWidth, heightForWidth(usualWidth)};
}

int SampleCard::heightForWidth(int width) const
{
    const QRect room(0, 0, width - 2 * padding, 10000);
    const int title =
            QFontMetrics(titleFont()).boundingRect(room, Qt::TextWordWrap, text()).height();
    const int sentence = fontMetrics().boundingRect(room, Qt::TextWordWrap, m_sentence).height();
    return title + cardGap + sentence + 2 * padding;
}

void SampleCard::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colors = charts::ChartColors::fromPalette(palette());
    const bool strong = hasFocus() || underMouse();
    painter.setPen(QPen(strong ? colors.good : colors.grid, hasFocus() ? 2.0 : 1.0));
    painter.setBrush(isDown() ? colors.shownShade : colors.background);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 7, 7);

    const QRect room = rect().adjusted(padding, padding, -padding, -padding);
    painter.setFont(titleFont());
    painter.setPen(colors.ink);
    QRect used;
    painter.drawText(room, Qt::TextWordWrap, text(), &used);
    painter.setFont(font());
    painter.setPen(colors.text);
    painter.drawText(room.adjusted(0, used.height() + cardGap, 0, 0), Qt::TextWordWrap, m_sentence);
}

} // namespace oneinn

#include "moc_samplecard.cpp"
