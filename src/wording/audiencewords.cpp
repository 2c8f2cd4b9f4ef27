// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/audiencewords.h"

#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/typedwait.h"

#include <QMap>

#include <algorithm>
#include <cmath>
#include <utility>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

constexpr double mostGuessed = 100.0;
constexpr double nearOfHundred = 3.0; ///< as good as right, for people who have a second to guess
constexpr double nearShare = 0.1;     ///< of a score or a wait, as in lessons

/// "13", without what it is of.
QString guessNumber(double value, GuessUnit unit)
{
    if (unit == GuessUnit::OfHundred || unit == GuessUnit::Choice)
        return QString::number(qRound(value));
    constexpr double thousand = 1000.0;
    return std::abs(value) < thousand ? QString::number(value, 'g', 4)
                                      : countText(std::round(value)); // never "1.2e+04"
}

QString guessUnitText(GuessUnit unit)
{
    if (unit == GuessUnit::OfHundred)
        return u" of 100"_s;
    return unit == GuessUnit::Milliseconds ? u" ms"_s : QString();
}

double tolerance(double right, GuessUnit unit)
{
    return unit == GuessUnit::OfHundred ? nearOfHundred : nearShare * std::abs(right);
}

/// The lower of two in the middle, so that it is one that somebody said.
double middleOf(const std::vector<double> &sorted)
{
    return sorted[(sorted.size() - 1) / 2];
}

qsizetype timesTaken(const std::vector<double> &guesses, qsizetype place)
{
    return std::ranges::count(guesses, double(place));
}

/// Of the wrong choices, the first of those taken most often; 0: none was.
qsizetype commonestWrong(const ChoicesAsked &asked, const std::vector<double> &guesses)
{
    qsizetype most = 0;
    for (qsizetype place = 1; place <= asked.texts.size(); ++place) {
        const qsizetype times = place == asked.right ? 0 : timesTaken(guesses, place);
        if (times > (most > 0 ? timesTaken(guesses, most) : 0))
            most = place;
    }
    return most;
}

/// "8 of 24 of you were "
QString ofYou(qsizetype count, std::size_t all)
{
    return u"%1 of %2 of you %3 "_s.arg(QString::number(count), QString::number(all),
                                        count == 1 ? u"was"_s : u"were"_s);
}

/// "11 said fewer, 5 more."; of scores and waits "lower" and "longer" would need three pairs.
QString besideText(qsizetype less, qsizetype more, GuessUnit unit)
{
    const bool counts = unit == GuessUnit::OfHundred;
    const QString fewer = counts ? u"fewer"_s : u"less"_s;
    if (less > 0 && more > 0)
        return u" %1 said %2, %3 more."_s.arg(QString::number(less), fewer, QString::number(more));
    if (less > 0)
        return u" %1 said %2."_s.arg(QString::number(less), fewer);
    return more > 0 ? u" %1 said more."_s.arg(QString::number(more)) : QString();
}

/// Of one guess, which is no class.
QString verdictText(double guess, double told, GuessUnit unit)
{
    if (unit == GuessUnit::Order)
        return guess == 1.0 ? u"That is right."_s : u"Not right."_s;
    const bool isNear = std::abs(guess - told) <= tolerance(told, unit);
    if (unit == GuessUnit::OfHundred) {
        if (guess == told)
            return u"That is right."_s;
        return u"%1 too %2%3."_s.arg(QString::number(qRound(std::abs(guess - told))),
                                     guess > told ? u"many"_s : u"few"_s,
                                     isNear ? u", within 3"_s : QString());
    }
    if (isNear)
        return u"Near enough."_s;
    const bool isWait = unit == GuessUnit::Milliseconds;
    if (guess < told)
        return isWait ? u"Too short."_s : u"Too low."_s;
    return isWait ? u"Too long."_s : u"Too high."_s;
}

/// Without what may stand between them.
QString lettersOf(const QString &order)
{
    QString letters;
    for (const QChar each : order) {
        if (each.isLetter())
            letters += each.toLower();
    }
    return letters;
}

} // namespace

QString orderText(const QStringList &places)
{
    const bool anyLevel =
            std::ranges::any_of(places, [](const QString &each) { return each.size() > 1; });
    QStringList said;
    for (const QString &place : places) {
        QStringList letters;
        for (const QChar letter : place)
            letters.append(letter);
        said.append(joined(letters, u"and"_s) + (letters.size() > 1 ? u" level"_s : QString()));
    }
    return said.join(anyLevel ? u", then "_s : u", "_s);
}

QString orderSaidText(const QStringList &orders)
{
    if (orders.isEmpty())
        return {};
    QString letters = lettersOf(orders.front());
    std::ranges::sort(letters);
    QMap<qsizetype, QString> byPlaces;
    for (const QChar letter : std::as_const(letters)) {
        qsizetype sum = 0;
        for (const QString &order : orders)
            sum += lettersOf(order).indexOf(letter);
        byPlaces[sum] += letter;
    }
    return (orders.size() == 1 ? u"you said "_s : u"together you said "_s)
            + orderText(byPlaces.values());
}

QString orderFirstText(const QStringList &orders, const QString &first)
{
    if (orders.size() < 2)
        return {};
    const auto had = std::ranges::count_if(orders, [&first](const QString &order) {
        const QString letters = lettersOf(order);
        return !letters.isEmpty() && first.contains(letters.front());
    });
    return u"%1 of %2 had the first one right."_s.arg(QString::number(had),
                                                      QString::number(orders.size()));
}

QString choiceLetter(int place)
{
    return {QChar(char16_t(u'a' + place - 1))};
}

QString guessText(const QString &typed, GuessUnit unit)
{
    // It may have been typed with a unit of its own.
    const auto wait = unit == GuessUnit::Milliseconds ? typedWait(typed) : std::nullopt;
    return (wait ? guessNumber(*wait, unit) : typed) + guessUnitText(unit);
}

bool isGuess(double guess, GuessUnit unit, int choices)
{
    const bool isWhole = guess == std::round(guess);
    switch (unit) {
    case GuessUnit::OfHundred:
        return isWhole && guess >= 0.0 && guess <= mostGuessed;
    case GuessUnit::Choice:
        return isWhole && guess >= 1.0 && guess <= choices;
    case GuessUnit::Order:
        return guess == 0.0 || guess == 1.0;
    case GuessUnit::Milliseconds:
        return std::isfinite(guess) && guess >= 0.0;
    case GuessUnit::Score:
        break;
    }
    return std::isfinite(guess);
}

QString noGuessText(GuessUnit unit, int choices)
{
    switch (unit) {
    case GuessUnit::OfHundred:
        return u"A guess is a whole number from 0 to 100."_s;
    case GuessUnit::Choice:
        return u"A guess is the letter of an answer, from a to %1."_s.arg(choiceLetter(choices));
    case GuessUnit::Order:
        return u"A guess is all %1 letters, most first."_s.arg(choices);
    case GuessUnit::Milliseconds:
        return u"A guess is a wait, such as 350 ms or 1.2 s."_s;
    case GuessUnit::Score:
        break;
    }
    return u"A guess is a number, with a point."_s;
}

QString outsideScoresText(const Interval &scores)
{
    return u"Scores go from %1 to %2: a threshold lies between."_s.arg(
            guessNumber(scores.low, GuessUnit::Score), guessNumber(scores.high, GuessUnit::Score));
}

QString beyondAxisText(double guess, GuessUnit unit)
{
    return u"%1 is taken; it lies beyond the axis, so it has no mark."_s.arg(
            guessNumber(guess, unit) + guessUnitText(unit));
}

QString youSaidText(std::vector<double> guesses, GuessUnit unit)
{
    if (guesses.empty() || unit == GuessUnit::Choice || unit == GuessUnit::Order)
        return {};
    std::ranges::sort(guesses);
    const QString least = guessNumber(guesses.front(), unit);
    const QString most = guessNumber(guesses.back(), unit);
    if (least == most)
        return u"you said "_s + least + guessUnitText(unit);
    if (guesses.size() == 2)
        return u"you said %1 and %2%3"_s.arg(least, most, guessUnitText(unit));
    return u"you said %1 to %2%3, in the middle %4"_s.arg(least, most, guessUnitText(unit),
                                                          guessNumber(middleOf(guesses), unit));
}

QString itIsText(double right, GuessUnit unit)
{
    return u"it is "_s + guessNumber(right, unit) + guessUnitText(unit);
}

QString classText(const std::vector<double> &guesses, double right, GuessUnit unit)
{
    if (guesses.empty() || unit == GuessUnit::Choice)
        return {};
    // What is told is compared: of 100, a whole number.
    const double told = unit == GuessUnit::OfHundred ? std::round(right) : right;
    if (guesses.size() == 1)
        return verdictText(guesses.front(), told, unit);
    if (unit == GuessUnit::Order)
        return ofYou(std::ranges::count(guesses, 1.0), guesses.size()) + u"right."_s;
    const double near = tolerance(told, unit);
    qsizetype less = 0;
    qsizetype more = 0;
    for (const double guess : guesses) {
        less += guess < told - near ? 1 : 0;
        more += guess > told + near ? 1 : 0;
    }
    const qsizetype nearOnes = qsizetype(guesses.size()) - less - more;
    const QString beside = besideText(less, more, unit);
    if (unit != GuessUnit::OfHundred)
        return ofYou(nearOnes, guesses.size()) + u"right, within a tenth of it."_s + beside;
    // Right is what a lesson calls right; to be near is told, and is no more than that.
    return ofYou(std::ranges::count(guesses, told), guesses.size())
            + u"right, %1 within 3."_s.arg(QString::number(nearOnes)) + beside;
}

QStringList choiceLines(const ChoicesAsked &asked, const std::vector<double> &guesses)
{
    QStringList lines;
    for (qsizetype place = 1; place <= asked.texts.size(); ++place) {
        QString line = u"%1) %2"_s.arg(choiceLetter(int(place)), asked.texts.at(place - 1));
        if (!guesses.empty())
            line += u": %1 of %2"_s.arg(QString::number(timesTaken(guesses, place)),
                                        QString::number(guesses.size()));
        lines.append(line);
    }
    return lines;
}

QString rightText(const ChoicesAsked &asked)
{
    return u"right is "_s + choiceLines(asked, {}).value(asked.right - 1);
}

QString classText(const ChoicesAsked &asked, const std::vector<double> &guesses)
{
    if (guesses.empty())
        return {};
    if (guesses.size() == 1) {
        const auto place = qsizetype(guesses.front());
        const QString misread = asked.misconceptions.value(place - 1);
        if (place == asked.right)
            return u"That is right."_s;
        return misread.isEmpty() ? u"Not right."_s : u"Not right: "_s + misread;
    }
    QString text = ofYou(timesTaken(guesses, asked.right), guesses.size()) + u"right."_s;
    const qsizetype wrong = commonestWrong(asked, guesses);
    if (wrong == 0)
        return text;
    text += u" %1 took %2"_s.arg(QString::number(timesTaken(guesses, wrong)),
                                 choiceLetter(int(wrong)));
    const QString shows = asked.misconceptions.value(wrong - 1);
    return text + (shows.isEmpty() ? u"."_s : u": "_s + shows);
}

QString howManyWrongQuestion(const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    return u"Of 100 %1 %2, how many are wrong?"_s.arg(feature.raised.plural, feature.done);
}

} // namespace oneinn::wording
