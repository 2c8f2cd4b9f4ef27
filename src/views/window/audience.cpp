// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/window/audience.h"

#include "wording/typedwait.h"

#include <QObject>

#include <optional>
#include <utility>

namespace oneinn {

namespace {

constexpr qsizetype mostGuessCharacters = 12;

bool isWhole(wording::GuessUnit unit)
{
    return unit == wording::GuessUnit::OfHundred;
}

bool isOfLetters(wording::GuessUnit unit)
{
    return unit == wording::GuessUnit::Choice || unit == wording::GuessUnit::Order;
}

/// Absent where it is no guess.
std::optional<double> numberIn(const QString &typed, const AskedNumber &asked)
{
    if (asked.unit == wording::GuessUnit::Choice)
        return typed.size() == 1 ? std::optional<double>(typed.at(0).unicode() - u'a' + 1)
                                 : std::nullopt;
    if (asked.unit == wording::GuessUnit::Order) {
        const auto isRight = asked.isRightOrder ? asked.isRightOrder(typed) : std::nullopt;
        return isRight ? std::optional(*isRight ? 1.0 : 0.0) : std::nullopt;
    }
    if (asked.unit == wording::GuessUnit::Milliseconds)
        return wording::typedWait(typed);
    bool isNumber = false;
    const double number = typed.toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

/// Why it lies nowhere on the scale; empty: it does.
QString outsideText(double guess, const AskedNumber &asked)
{
    if (asked.unit != wording::GuessUnit::Score || !asked.ends
        || (guess >= asked.ends->low && guess <= asked.ends->high))
        return {};
    return wording::outsideScoresText(*asked.ends);
}

bool typesLetter(QString &typed, QChar letter, const AskedNumber &asked)
{
    // "b a c" and "b, a, c" are one order; a space after the last letter takes it.
    const bool isBetween = asked.unit == wording::GuessUnit::Order && !typed.isEmpty()
            && typed.size() < asked.choices.texts.size();
    if (letter == u' ' || letter == u'.')
        return isBetween;
    if (letter < u'a' || letter.unicode() - u'a' >= asked.choices.texts.size())
        return false;
    if (asked.unit == wording::GuessUnit::Choice)
        typed.clear();
    if (!typed.contains(letter))
        typed.append(letter);
    return true;
}

bool belongsToWait(const QString &typed, QChar key)
{
    return (!typed.isEmpty() || key.isDigit()) && wording::beginsWait(typed + key);
}

bool belongsToNumber(const QString &typed, QChar key, wording::GuessUnit unit)
{
    if (key == u'.')
        return !isWhole(unit) && !typed.isEmpty() && !typed.contains(u'.');
    if (key == u'-')
        return unit == wording::GuessUnit::Score && typed.isEmpty();
    return key >= u'0' && key <= u'9';
}

} // namespace

void Audience::turnTo(const QString &key)
{
    if (m_key != key)
        m_typed.clear();
    m_key = key;
}

const std::vector<double> &Audience::guesses() const
{
    static const std::vector<double> none;
    const auto found = m_guesses.constFind(m_key);
    return found == m_guesses.constEnd() ? none : found->numbers;
}

QStringList Audience::typedGuesses() const
{
    return m_guesses.value(m_key).typed;
}

QHash<QString, QStringList> Audience::allTyped() const
{
    QHash<QString, QStringList> all;
    for (auto each = m_guesses.cbegin(); each != m_guesses.cend(); ++each)
        all.insert(each.key(), each->typed);
    return all;
}

bool Audience::type(QChar key, const AskedNumber &asked)
{
    // Said with a comma by half of the world.
    const QChar character = key == u',' ? QChar(u'.') : key;
    if (isOfLetters(asked.unit))
        return typesLetter(m_typed, character.toLower(), asked);
    const bool belongs = asked.unit == wording::GuessUnit::Milliseconds
            ? belongsToWait(m_typed, character.toLower())
            : belongsToNumber(m_typed, character, asked.unit);
    if (!belongs)
        return false;
    if (m_typed.size() < mostGuessCharacters)
        m_typed.append(character);
    return true;
}

QString Audience::erase()
{
    const auto found = m_guesses.find(m_key);
    if (!m_typed.isEmpty()) {
        m_typed.chop(1);
        return {};
    }
    if (found == m_guesses.end() || found->numbers.empty())
        return {};
    found->numbers.pop_back();
    return found->typed.takeLast();
}

Audience::Entered Audience::enter(const AskedNumber &asked)
{
    if (m_typed.isEmpty())
        return {};
    const QString typed = dropTyped().trimmed();
    const auto guess = numberIn(typed, asked);
    const int choices = int(asked.choices.texts.size());
    if (!guess || !wording::isGuess(*guess, asked.unit, choices))
        return {false, wording::noGuessText(asked.unit, choices)};
    if (const QString outside = outsideText(*guess, asked); !outside.isEmpty())
        return {false, outside};
    m_guesses[m_key].numbers.push_back(*guess);
    m_guesses[m_key].typed.append(typed);
    return {true, {}};
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
    if (asked.unit == wording::GuessUnit::Choice)
        return wording::rightText(asked.choices);
    if (asked.unit == wording::GuessUnit::Order)
        return QObject::tr("most first: %1").arg(asked.told);
    const QString is = wording::itIsText(asked.right, asked.unit);
    return asked.told.isEmpty()
            ? is
            : QObject::tr("it is %1, about %2 of 100").arg(asked.told).arg(qRound(asked.right));
}

AudienceText audienceText(const Slide &slide, const std::vector<double> &guesses, bool revealed,
                          const QStringList &typed)
{
    AudienceText text;
    text.question = slide.question;
    if (!slide.asked)
        return text;
    const AskedNumber &asked = *slide.asked;
    const bool isChoice = asked.unit == wording::GuessUnit::Choice;
    // What others chose is a hint: it is counted once it is told.
    text.choices = wording::choiceLines(asked.choices,
                                        revealed && isChoice ? guesses : std::vector<double>());
    text.said = wording::youSaidText(guesses, asked.unit);
    if (!revealed)
        return text;
    // A sentence that asks for its own number tells it, too.
    if (!slide.askedIn || !guesses.empty())
        text.is = isText(asked);
    text.all = isChoice ? wording::classText(asked.choices, guesses)
                        : wording::classText(guesses, asked.right, asked.unit);
    if (asked.unit == wording::GuessUnit::Order) {
        // An order that others typed is a hint as well.
        text.said = wording::orderSaidText(typed);
        text.all = QStringList{text.all, wording::orderFirstText(typed, asked.first)}
                           .join(u' ')
                           .trimmed();
    }
    return text;
}

} // namespace oneinn
