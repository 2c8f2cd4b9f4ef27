// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QString>

#include <optional>

class QPainter;
class QRectF;

namespace oneinn {

/// A number in a text: where its characters stand.
struct NumberPlace {
    qsizetype from;
    qsizetype length;

    bool operator==(const NumberPlace &) const = default;
};

/// The numbers to guess in a sentence. What they are out of stays ("of 100", "per 1,000", "of every
/// 100"): without it, nobody could guess. What follows from one is one of them: ", and beyond the
/// limit".
QList<NumberPlace> numbersToGuess(const QString &sentence);

/// The first of them that is so many of 100, or 1 in so many; absent: there is none.
struct NumberOfHundred {
    NumberPlace place;
    double value;      ///< of 100
    QString told = {}; ///< "1 in 4", where it is told so
};
std::optional<NumberOfHundred> firstOfHundred(const QString &sentence);

/// The sentence with a word in place of each number to guess: for those who hear it.
QString withoutNumbers(const QString &sentence, const QString &instead);

/// A sentence that is as wide with its numbers as without them.
class GuessedSentence {
public:
    GuessedSentence(QString sentence, const QFont &font, double width);

    double height() const { return m_height; }
    struct Boxes {
        QColor color;
        std::optional<NumberPlace> asked = {}; ///< the one that is asked for has another
        QColor askedColor = {};
    };
    /// hidden: boxes stand where the numbers will.
    void paint(QPainter &painter, const QPointF &at, const QColor &color, bool hidden,
               const Boxes &boxes) const;

private:
    QString m_sentence;
    QFont m_font;
    double m_width;
    double m_height;
};

} // namespace oneinn
