// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/audience.h"

#include <QObject>

#include <cmath>

namespace oneinn {

namespace {

constexpr qsizetype mostTyped = 12;

bool isWhole(wording::GuessUnit unit)
{
    return unit == wording::GuessUnit::OfHundred || unit == wording::GuessUnit::Choice;
}

} // namespace

void Audience::turnTo(const QString &key)
{
    m_key = key;
    m_typed.clear();
}

const std::vector<double> &Audience::guesses() const
{
    static const std::vector<double> none;
    const auto found = m_guesses.constFind(m_key);
    return found == m_guesses.constEnd() ? none : *found;
}

bool Audience::type(QChar character, wording::GuessUnit unit)
{
    const bool isPoint =
            character == u'.' && !isWhole(unit) && !m_typed.isEmpty() && !m_typed.contains(u'.');
    const bool isSign = character == u'-' && unit == wording::GuessUnit::Score && m_typed.isEmpty();
    if (!(character >= u'0' && character <= u'9') && !isPoint && !isSign)
        return false;
    if (m_typed.size() < mostTyped)
        m_typed.append(character);
    return true;
}

void Audience::erase()
{
    const auto found = m_guesses.find(m_key);
    if (!m_typed.isEmpty())
        m_typed.chop(1);
    else if (found != m_guesses.end() && !found->empty())
        found->pop_back();
}

QString Audience::enter(const AskedNumber &asked)
{
    if (m_typed.isEmpty())
        return {};
    bool isNumber = false;
    const double guess = m_typed.toDouble(&isNumber);
    const int choices = int(asked.choices.texts.size());
    m_typed.clear();
    if (!isNumber || !wording::isGuess(guess, asked.unit, choices))
        return wording::noGuessText(asked.unit, choices);
    m_guesses[m_key].push_back(guess);
    return {};
}

QString guessesText(const Audience &audience)
{
    if (!audience.typed().isEmpty())
        return QObject::tr("Guess: %1 \u00b7 Enter takes it").arg(audience.typed());
    const int guesses = int(audience.guesses().size());
    if (guesses == 0)
        return {};
    return guesses == 1 ? QObject::tr("1 guess") : QObject::tr("%1 guesses").arg(guesses);
}

QString isText(const AskedNumber &asked)
{
    return asked.unit == wording::GuessUnit::Choice ? wording::rightText(asked.choices)
                                                    : wording::itIsText(asked.right, asked.unit);
}

AudienceText audienceText(const Slide &slide, const std::vector<double> &guesses, bool revealed)
{
    AudienceText text;
    text.question = slide.question;
    if (!slide.asked)
        return text;
    const AskedNumber &asked = *slide.asked;
    const bool isChoice = asked.unit == wording::GuessUnit::Choice;
    // What others chose is a hint: it is counted once it is told.
    text.choices = wording::choiceLines(asked.choices, revealed ? guesses : std::vector<double>());
    text.said = wording::youSaidText(guesses, asked.unit);
    if (!revealed)
        return text;
    // A sentence that asks for its own number tells it, too.
    if (!slide.askedIn || !guesses.empty())
        text.is = isText(asked);
    text.all = isChoice ? wording::classText(asked.choices, guesses)
                        : wording::classText(guesses, asked.right, asked.unit);
    return text;
}

} // namespace oneinn
