// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/hiddennumbers.h"

#include <QPainter>
#include <QRegion>
#include <QRegularExpression>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace oneinn {

namespace {

bool isRound(QString digits)
{
    static const QRegularExpression between(QStringLiteral("[^0-9]"));
    static const QRegularExpression powerOfTen(QStringLiteral("^10+$"));
    return powerOfTen.match(digits.remove(between)).hasMatch();
}

double laidOut(QTextLayout &layout, double width)
{
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    double y = 0.0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0.0, y});
        y += std::ceil(line.height());
    }
    layout.endLayout();
    return y;
}

/// Where the numbers stand; one that is parted by the end of a line has several cells.
QList<QRectF> cellsOf(const QTextLayout &layout, const QList<NumberPlace> &places)
{
    QList<QRectF> cells;
    for (const NumberPlace &place : places) {
        for (int i = 0; i < layout.lineCount(); ++i) {
            const QTextLine line = layout.lineAt(i);
            const int from = qMax(int(place.from), line.textStart());
            const int to =
                    qMin(int(place.from + place.length), line.textStart() + line.textLength());
            if (from >= to)
                continue;
            const double a = line.cursorToX(from);
            const double b = line.cursorToX(to);
            cells.append(QRectF(qMin(a, b), line.y(), std::abs(b - a), line.height()));
        }
    }
    return cells;
}

/// "1 in 4", told by both of its numbers, of which the second is the one to guess.
std::optional<NumberOfHundred> oneIn(const QString &sentence, const NumberPlace &one,
                                     const NumberPlace &other)
{
    const QStringView text(sentence);
    const qsizetype end = one.from + one.length;
    if (text.mid(one.from, one.length) != QLatin1String("1") || other.from < end
        || text.mid(end, other.from - end) != QLatin1String(" in "))
        return std::nullopt;
    bool isNumber = false;
    const double of = text.mid(other.from, other.length).toDouble(&isNumber);
    constexpr double hundred = 100.0;
    if (!isNumber || of < 2.0 || of > hundred)
        return std::nullopt;
    return NumberOfHundred{other, hundred / of,
                           text.mid(one.from, other.from + other.length - one.from).toString()};
}

} // namespace

QList<NumberPlace> numbersToGuess(const QString &sentence)
{
    // Not the number of a name: p95, cloud-2.
    static const QRegularExpression number(
            QStringLiteral("(?<before>\\b(?:of|per|every)\\s)?"
                           "(?<digits>(?:(?<![^\\s(])[+\\-\u2212]\\d+|(?<![\\p{L}\\p{N}_.-])\\d+)"
                           "(?:[.,\u2009\u202f\u00a0]\\d+)*)"));
    // What follows from the number tells it.
    static const QRegularExpression verdict(
            QStringLiteral("(?:,| and)(?: all of it)? beyond the limits?\\b|, about half\\b"));
    QList<NumberPlace> places;
    for (auto matches = number.globalMatch(sentence); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        const bool outOf = match.hasCaptured(QStringLiteral("before"))
                && isRound(match.captured(QStringLiteral("digits")));
        if (!outOf)
            places.append({match.capturedStart(QStringLiteral("digits")),
                           match.capturedLength(QStringLiteral("digits"))});
    }
    for (auto matches = verdict.globalMatch(sentence); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        places.append({match.capturedStart(), match.capturedLength()});
    }
    std::ranges::sort(places, {}, &NumberPlace::from);
    return places;
}

std::optional<NumberOfHundred> firstOfHundred(const QString &sentence)
{
    static const QRegularExpression ofHundred(
            QStringLiteral(" of (?:every )?100(?![0-9.,]*[0-9])"));
    const QList<NumberPlace> places = numbersToGuess(sentence);
    for (qsizetype i = 0; i < places.size(); ++i) {
        const NumberPlace &place = places.at(i);
        if (auto found = oneIn(sentence, place, places.value(i + 1, {-1, 0})))
            return found;
        bool isNumber = false;
        const double value =
                QStringView(sentence).mid(place.from, place.length).toDouble(&isNumber);
        const auto match = ofHundred.match(sentence, place.from + place.length,
                                           QRegularExpression::NormalMatch,
                                           QRegularExpression::AnchorAtOffsetMatchOption);
        if (isNumber && match.hasMatch() && value == std::round(value))
            return NumberOfHundred{place, value, {}};
    }
    return std::nullopt;
}

QString withoutNumbers(const QString &sentence, const QString &instead)
{
    QString text = sentence;
    // From the last one on, so that those before keep their places.
    QList<NumberPlace> places = numbersToGuess(sentence);
    std::reverse(places.begin(), places.end());
    for (const NumberPlace &place : std::as_const(places)) {
        const QChar first = text.at(place.from);
        const bool isVerdict = first.isSpace() || first == QLatin1Char(',');
        text.replace(place.from, place.length, isVerdict ? QString() : instead);
    }
    return text;
}

GuessedSentence::GuessedSentence(QString sentence, const QFont &font, double width)
    : m_sentence(std::move(sentence))
    , m_font(font)
    , m_width(width)
{
    QTextLayout layout(m_sentence, m_font);
    m_height = laidOut(layout, m_width);
}

void GuessedSentence::paint(QPainter &painter, const QPointF &at, const QColor &color, bool hidden,
                            const Boxes &boxes) const
{
    QTextLayout layout(m_sentence, m_font);
    laidOut(layout, m_width);
    painter.save();
    if (hidden) {
        // Not by formats of the text: of some runs these leave the digits to be seen.
        QRegion rest(QRectF(at, QSizeF(m_width, m_height)).toAlignedRect());
        painter.setPen(Qt::NoPen);
        const QList<NumberPlace> places = numbersToGuess(m_sentence);
        for (const NumberPlace &place : places) {
            painter.setBrush(place == boxes.asked ? boxes.askedColor : boxes.color);
            for (const QRectF &cell : cellsOf(layout, {place})) {
                const double air = cell.height() * 0.12;
                painter.drawRoundedRect(cell.translated(at).adjusted(0, air, 0, -air), air, air);
                rest -= cell.translated(at).toAlignedRect();
            }
        }
        painter.setClipRegion(rest);
    }
    painter.setPen(color);
    layout.draw(&painter, at);
    painter.restore();
}

} // namespace oneinn
