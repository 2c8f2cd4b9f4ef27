// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/presentation.h"

#include "charts/charttheme.h"
#include "views/widgets/hiddennumbers.h"
#include "views/window/walltexts.h"

#include <QPainter>

namespace oneinn {

namespace {

/// Of the screen's height.
constexpr double largestType = 0.064;
constexpr double smallestType = 0.026;
constexpr double questionType = 0.05;
constexpr double guessType = 0.045;
constexpr double classType = 0.034;
constexpr double footType = 0.024;

QFont sentenceFont(const QFont &base, double pixels)
{
    QFont font = base;
    font.setPixelSize(qMax(8, int(pixels)));
    font.setBold(true);
    return font;
}

} // namespace

void Presentation::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    if (m_black)
        return painter.fillRect(rect(), Qt::black);
    painter.setRenderHint(QPainter::Antialiasing);
    if (!m_picture.isNull()) {
        const QSizeF size = m_picture.deviceIndependentSize();
        const QRectF room(places().picture);
        painter.drawImage(QPointF(room.left() + qMax(0.0, room.width() - size.width()) / 2.0,
                                  room.top() + qMax(0.0, room.height() - size.height()) / 2.0),
                          m_picture);
    }
    paintBeside(painter);
    if (isHeard())
        paintSentence(painter);
    paintFoot(painter);
}

void Presentation::paintBeside(QPainter &painter) const
{
    const auto colors = charts::ChartColors::fromPalette(palette());
    const AudienceText text = beside();
    if (places().isBelow) {
        QStringList line{text.said, text.is, text.all};
        line.removeAll(QString());
        return paintWallTexts(painter, places().beside, font(),
                              {{line.join(QStringLiteral(" \u00b7 ")), guessColor(palette()),
                                classType * height(), true}});
    }
    QList<WallText> shown{{text.question, colors.text, questionType * height()}};
    for (const QString &choice : text.choices)
        shown.append({choice, palette().color(QPalette::Text), guessType * height()});
    shown.append({text.said, guessColor(palette()), guessType * height(), true});
    shown.append({text.is, colors.badText, guessType * height(), true});
    shown.append({text.all, colors.text, classType * height()});
    paintWallTexts(painter, places().beside, font(), shown);
}

/// As large as fits.
void Presentation::paintSentence(QPainter &painter) const
{
    const auto colors = charts::ChartColors::fromPalette(palette());
    const QRectF room(places().sentence);
    const QString text = isWaited() ? tr("This view is being worked out\u2026") : sentence();
    double type = largestType * height();
    GuessedSentence sentence(text, sentenceFont(font(), type), room.width());
    while (sentence.height() > room.height() && type > smallestType * height()) {
        type *= 0.95;
        sentence = GuessedSentence(text, sentenceFont(font(), type), room.width());
    }
    sentence.paint(painter, room.topLeft(), palette().color(QPalette::Text),
                   !m_revealed && !isWaited(),
                   {charts::mixed(colors.background, colors.text, 0.45), m_slide.askedIn,
                    guessColor(palette())});
}

/// What keys do is there as a whole: on two lines, or smaller, where the wall is narrow.
void Presentation::paintFoot(QPainter &painter) const
{
    const QRect room = places().foot;
    const QString keys = footText();
    QFont usual = font();
    usual.setPixelSize(qMax(8, int(footType * height())));
    const QFont type = fittingFoot(usual, keys, room.size());
    painter.setFont(type);
    painter.setPen(charts::ChartColors::fromPalette(palette()).text);
    const QFontMetrics metrics(type);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextWordWrap, keys);
    const int rest = room.width() - metrics.horizontalAdvance(keys) - metrics.height();
    painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter,
                     fittingPlace(m_slide.place, metrics, rest));
}

} // namespace oneinn
