// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/dials/shownstrip.h"

#include "charts/charttheme.h"

#include <QPainter>

namespace oneinn {

namespace {

constexpr int stripGap = 8;
constexpr int widestStrip = 360;      ///< longer is no easier to read
constexpr double stripContrast = 4.5; ///< contrast of words on a bar

} // namespace

ShownStrip::ShownStrip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ShownStrip::display(const std::optional<wording::ShownStripWords> &words)
{
    m_words = words;
    setAccessibleName(
            words ? QStringLiteral("%1: %2, %3").arg(words->title, words->right, words->wrongOnes)
                  : QString());
    update();
}

QSize ShownStrip::sizeHint() const
{
    return {widestStrip, fontMetrics().height() + 2};
}

QSize ShownStrip::minimumSizeHint() const
{
    constexpr int characters = 34;
    return {characters * fontMetrics().averageCharWidth(), sizeHint().height()};
}

void ShownStrip::paintEvent(QPaintEvent * /*event*/)
{
    if (!m_words)
        return;
    QPainter painter(this);
    const auto colors = charts::ChartColors::fromPalette(palette());
    const QFontMetrics metrics = fontMetrics();
    const int baseline = (height() + metrics.ascent() - metrics.descent()) / 2;
    painter.setPen(colors.text);
    painter.drawText(0, baseline, m_words->title);
    const int left = metrics.horizontalAdvance(m_words->title) + stripGap;
    const int last = metrics.horizontalAdvance(m_words->wrongOnes) + stripGap;
    const int whole = qMin(widestStrip, width() - left - last);
    const int wrong = qRound(double(whole) * m_words->wrong / m_words->of);
    const QRect right(left, 0, whole - wrong, height());
    painter.fillRect(right, colors.good);
    painter.fillRect(QRect(right.right() + 1, 0, wrong, height()), colors.bad);
    if (metrics.horizontalAdvance(m_words->right) + 2 * stripGap <= right.width()) {
        painter.setPen(charts::withContrast(colors.background, colors.good, stripContrast));
        painter.drawText(right.left() + stripGap, baseline, m_words->right);
    }
    painter.setPen(colors.badText);
    painter.drawText(left + whole + stripGap, baseline, m_words->wrongOnes);
}

} // namespace oneinn

#include "moc_shownstrip.cpp"
