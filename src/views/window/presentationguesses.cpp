// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/presentation.h"

#include "document/writebytes.h"
#include "views/widgets/savedialog.h"
#include "wording/names.h"
#include "wording/problemwords.h"

#include <QFileInfo>
#include <QKeyEvent>

/// What an audience guesses: typed, taken, taken back, and saved before it is left.
namespace oneinn {

/// What is typed, if anything. False where it is no guess.
bool Presentation::enterGuess()
{
    const QString typed = m_audience.typed();
    Audience::Entered entered{true, {}};
    if (m_slide.asked && !m_audience.isClosed() && !m_audience.typed().isEmpty())
        entered = m_audience.enter(*m_slide.asked);
    m_said = entered.isTaken && !typed.isEmpty() ? takenText() : entered.said;
    m_mistyped = m_mistyped && typed.isEmpty();
    m_revealsNext = m_revealsNext && typed.isEmpty();
    tell();
    drawAgain();
    return entered.isTaken;
}

/// Nothing that was typed is dropped on the way.
void Presentation::goBy(int step)
{
    if (enterGuess())
        m_slides->go(step);
}

void Presentation::goFirst()
{
    if (enterGuess())
        m_slides->goFirst();
}

/// One key drops what is being typed, or asks; not both, and nothing besides.
void Presentation::leave()
{
    if (const QString typed = m_audience.dropTyped(); !typed.isEmpty())
        return say(tr("Not taken: %1").arg(typed));
    if (close())
        parentWidget()->activateWindow();
}

bool Presentation::mayLeave()
{
    const QString guessed = m_slides->guessesCsv(m_audience.allTyped());
    if (m_leaves || guessed.isEmpty() || guessed == m_saved)
        return true;
    m_leaves = true;
    m_black = false;
    say(tr("The guesses are in no file: Ctrl+S saves them, Esc once more ends without"));
    return false;
}

/// Whether the key is of a guess.
bool Presentation::typeGuess(const QKeyEvent &event)
{
    const QString text = event.text();
    if (!m_slide.asked || text.size() != 1 || event.modifiers() & Qt::ControlModifier)
        return false;
    if (m_audience.isClosed()) {
        if (!text.at(0).isDigit())
            return false;
        say(tr("Guesses are closed: it has been told."));
        return true;
    }
    if (!m_audience.type(text.at(0), *m_slide.asked))
        return isMistyped(text.at(0));
    m_mistyped = false;
    say({});
    return true;
}

/// A number where letters are asked for, as a class reads it off an answer: "1.2 s".
bool Presentation::isMistyped(QChar key)
{
    const wording::GuessUnit unit = m_slide.asked->unit;
    const bool isOfLetters =
            unit == wording::GuessUnit::Choice || unit == wording::GuessUnit::Order;
    if (!isOfLetters || m_revealed || !key.isDigit())
        return false;
    m_mistyped = true;
    m_revealsNext = false;
    say(wording::noGuessText(unit, int(m_slide.asked->choices.texts.size())));
    return true;
}

/// In a lesson the guess comes before the reveal: that there is none is told once.
bool Presentation::guessesFirst()
{
    const bool isAsked = m_slide.sentenceWaits && m_slide.asked && !m_audience.isClosed();
    const bool isOpen = isAsked && (m_audience.guesses().empty() || m_mistyped);
    if (!isOpen || m_revealsNext)
        return false;
    m_revealsNext = true;
    m_mistyped = false;
    const QString reveals = tr("Space once more reveals");
    say((m_audience.guesses().empty() ? tr("Nobody has guessed yet")
                                      : tr("What was typed last is no guess"))
        + QStringLiteral(" \u00b7 ") + reveals);
    return true;
}

/// What has to be known of the guess that was taken; empty: nothing.
QString Presentation::takenText() const
{
    if (!m_slide.toAxis || m_audience.guesses().empty())
        return {};
    const double guess = m_audience.guesses().back();
    return m_slide.toAxis(guess) ? QString() : wording::beyondAxisText(guess, m_slide.asked->unit);
}

void Presentation::takeBack()
{
    const bool isTyping = !m_audience.typed().isEmpty();
    if (!m_slide.asked || m_audience.isClosed())
        return say(tr("Guesses are closed: it has been told."));
    const QString erased = m_audience.erase();
    refresh();
    if (isTyping)
        say({});
    else
        say(erased.isEmpty()
                    ? tr("There is no guess to take back.")
                    : tr("Taken back: %1").arg(wording::guessText(erased, m_slide.asked->unit)));
}

void Presentation::saveGuesses()
{
    if (m_slides->guessesCsv(m_audience.allTyped()).isEmpty())
        return say(tr("There are no guesses of a lesson to save."));
    const QString path = askWhereToSave(this, tr("Save what the class guessed"),
                                        QStringLiteral("class.csv"), tr("Tables (*.csv)"));
    if (!path.isEmpty())
        saveGuessesTo(path);
}

void Presentation::saveGuessesTo(const QString &path)
{
    const QString guessed = m_slides->guessesCsv(m_audience.allTyped());
    const auto problem = writeBytes(path, guessed.toUtf8());
    if (!problem)
        m_saved = guessed;
    say(problem ? wording::problemWords(*problem).sentence()
                : tr("Saved: %1").arg(wording::visible(QFileInfo(path).fileName())));
}

bool Presentation::isGuessing() const
{
    const bool isOfLetters = m_slide.asked
            && (m_slide.asked->unit == wording::GuessUnit::Choice
                || m_slide.asked->unit == wording::GuessUnit::Order);
    return !m_audience.typed().isEmpty() || (isOfLetters && !m_revealed);
}

} // namespace oneinn
