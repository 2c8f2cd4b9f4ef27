// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/window/slide.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <optional>
#include <utility>
#include <vector>

namespace oneinn {

/// What an audience has guessed, slide by slide, and the guess that is being typed.
class Audience {
public:
    /// Of the slide with this key; others keep theirs.
    void turnTo(const QString &key);
    const std::vector<double> &guesses() const;
    /// The same as they were typed.
    QStringList typedGuesses() const;
    const QString &typed() const { return m_typed; }
    /// Once it is told, nobody guesses at this slide any more, also where one comes back to it.
    void close() { m_closed.insert(m_key); }
    bool isClosed() const { return m_closed.contains(m_key); }
    /// As they were typed, by the slides' keys.
    QHash<QString, QStringList> allTyped() const;

    /// A digit, or a point or sign where such a number has one; of a wait its unit as well, and the
    /// space before it; the letter of an answer, and of an order what stands between two. False: it
    /// belongs to none.
    bool type(QChar key, const AskedNumber &asked);
    /// Nothing is being typed any more; it is given back.
    QString dropTyped() { return std::exchange(m_typed, {}); }
    /// The last character; where none is typed, the last guess, which is given back as it was
    /// typed. Empty: none was.
    QString erase();
    /// What is typed is a guess from now on, or why it cannot be.
    struct Entered {
        bool isTaken = false;
        QString said = {}; ///< why it is none; else empty
    };
    /// Nothing typed is nothing entered, and nothing said of it.
    Entered enter(const AskedNumber &asked);

private:
    struct Guesses {
        std::vector<double> numbers = {};
        QStringList typed = {};
    };
    QHash<QString, Guesses> m_guesses;
    QSet<QString> m_closed;
    QString m_key;
    QString m_typed;
};

/// What was guessed or is being typed, for the foot of the screen; empty: nothing.
QString guessesText(const Audience &audience);

/// What is right, as it is told after the reveal.
QString isText(const AskedNumber &asked);

/// What stands beside the picture of a slide, line by line.
struct AudienceText {
    QString question;
    QStringList choices;
    QString said; ///< "you said 5 of 100"
    QString is;   ///< "it is 13 of 100"; empty before it is revealed
    QString all;  ///< about the class; likewise
};
/// typed: the guesses as they were, of which orders are told.
AudienceText audienceText(const Slide &slide, const std::vector<double> &guesses, bool revealed,
                          const QStringList &typed = {});

} // namespace oneinn
