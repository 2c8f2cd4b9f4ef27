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
    Audience::Entered entered{true, {}};
    if (m_slide.asked && !m_audience.isClosed() && !m_audience.typed().isEmpty())
        entered = m_audience.enter(*m_slide.asked);
    m_said = entered.said;
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
        return false;
    say({});
    return true;
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
