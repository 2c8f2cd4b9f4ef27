// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/lessonanswers.h"

#include "report/answerwords.h"
#include "wording/audiencewords.h"
#include "wording/experiencewords.h"
#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/typedwait.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>
#include <vector>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

constexpr double near = 0.1; ///< of the right one: a threshold or a budget is as good as right

int letterOf(const QString &typed)
{
    return typed.size() == 1 ? typed.at(0).toLower().unicode() - u'a' : -1;
}

/// How far a choice is from what is right; 0 or 1 for words.
double distance(const LessonChoice &choice, const QuantityValue &right)
{
    if (choice.number)
        return std::abs(*choice.number - right.number);
    return choice.word == right.word ? 0.0 : 1.0;
}

std::optional<Grade> gradeChoice(const LessonStep &step, const QuantityValue &right,
                                 const QString &typed)
{
    const int chosen = letterOf(typed);
    if (chosen < 0 || chosen >= step.choices.size())
        return std::nullopt;
    double least = distance(step.choices.front(), right);
    for (const LessonChoice &choice : step.choices)
        least = std::min(least, distance(choice, right));
    const LessonChoice &choice = step.choices.at(chosen);
    const bool isRight = distance(choice, right) == least && (choice.number || least == 0.0);
    const Quantity &asked = *quantityOf(step.quantity);
    return Grade{
            isRight,
            (isRight ? u"Right: it is %1."_s : u"No: it is %1."_s).arg(quantityText(asked, right)),
            isRight ? QString() : choice.misconception};
}

/// How far off, in what is counted.
QString offInCases(double said, double right, const wording::Noun &noun)
{
    const int is = qRound(right);
    const int more = is - qRound(said);
    const QString off = more == 0
            ? u"right"_s
            : u"%1 %2 than you said"_s.arg(wording::counted(std::abs(more), noun),
                                           more > 0 ? u"more"_s : u"fewer"_s);
    return u"You said %1 of 100, it is %2: %3."_s.arg(QString::number(qRound(said)),
                                                      QString::number(is), off);
}

/// As it is typed, also with a comma.
std::optional<double> numberTyped(const LessonStep &step, const QString &typed)
{
    if (step.kind == AnswerKind::Wait)
        return wording::typedWait(typed);
    bool isNumber = false;
    const double number = QString(typed).replace(u',', u'.').toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

/// Between the ends of the scale; a wait may be longer than any that was seen.
bool isOnScale(const LessonStep &step, const StepAnswers &answers, double number)
{
    const auto ends = answers.answerEnds(step);
    return step.kind == AnswerKind::Wait || !ends || (number >= ends->low && number <= ends->high);
}

/// "22 of 100 alerts raised are wrong and 5 of 100 frauds are missed"
QString metAt(const Assessment &assessment)
{
    const auto &wrong = assessment.experience[Share::WrongOfShown];
    const auto &missed = assessment.experience[Share::Missed];
    QStringList met;
    if (wrong)
        met.append(report::shareClause(*wrong, wording::wrongGrammar(assessment)));
    else
        met.append(u"nothing is "_s + wording::featureOf(assessment.scenario.words).done);
    if (missed)
        met.append(report::shareClause(*missed, report::missedGrammar(assessment)));
    return met.join(u" and "_s);
}

/// What people would meet at what was said, and what they meet at what is right.
QString offInPeople(const LessonStep &step, const StepAnswers &answers, double said, double right)
{
    if (step.kind == AnswerKind::Score) {
        const QString there = metAt(answers.atThreshold(said));
        const QString here = metAt(answers.atThreshold(right));
        return there == here ? u" People would meet the same: %1."_s.arg(here)
                             : u" At yours, %1; at this one, %2."_s.arg(there, here);
    }
    const auto there = answers.shareWithin(said);
    const auto here = answers.shareWithin(right);
    if (!there || !here)
        return {};
    const QString many = wording::featureOf(answers.scenario().words).useCase.plural;
    return u" Within yours, %1 %2 are answered; within this one, %3."_s.arg(
            wording::shareText(*there), many, wording::shareText(*here));
}

/// Of a threshold or a wait: whether it is near enough, and what the difference makes.
Grade gradeOnScale(const LessonStep &step, const StepAnswers &answers, const QuantityValue &right,
                   double said)
{
    const Quantity &asked = *quantityOf(step.quantity);
    const bool isNear = std::abs(said - right.number) <= near * std::abs(right.number);
    const bool isWait = step.kind == AnswerKind::Wait;
    const QString less = isWait ? u"Too short"_s : u"Too low"_s;
    const QString more = isWait ? u"Too long"_s : u"Too high"_s;
    const QString judged = isNear ? u"Near enough"_s : said < right.number ? less : more;
    return Grade{isNear,
                 u"%1: you said %2, it is %3."_s.arg(judged, quantityText(asked, {said, {}}),
                                                     quantityText(asked, right))
                         + offInPeople(step, answers, said, right.number),
                 {}};
}

std::optional<Grade> gradeNumber(const LessonStep &step, const StepAnswers &answers,
                                 const QuantityValue &right, const QString &typed)
{
    const auto said = numberTyped(step, typed);
    if (!said || !isOnScale(step, answers, *said))
        return std::nullopt;
    if (step.kind != AnswerKind::Number)
        return gradeOnScale(step, answers, right, *said);
    const Quantity &asked = *quantityOf(step.quantity);
    return Grade{qRound(*said) == qRound(right.number),
                 offInCases(*said, right.number, countedOf(asked, answers.scenario().words)),
                 {}};
}

/// By what a ranking goes: what is told the same is level, and either may come first.
double rankOf(const Quantity &quantity, const QuantityValue &value)
{
    return quantity.unit == QuantityUnit::OfHundred ? std::round(value.number) : value.number;
}

/// Each choice of a ranking, most first; empty where the data cannot tell one.
struct Ranked {
    qsizetype choice;
    double rank;
};
std::vector<Ranked> ranking(const LessonStep &step, const StepAnswers &answers)
{
    std::vector<Ranked> ranked;
    for (qsizetype i = 0; i < step.choices.size(); ++i) {
        const Quantity &quantity = *quantityOf(step.choices.at(i).quantity);
        const auto value = answers[quantity];
        if (!value)
            return {};
        ranked.push_back({i, rankOf(quantity, *value)});
    }
    std::ranges::stable_sort(ranked, std::greater<>(), &Ranked::rank);
    return ranked;
}

/// "late (5 of 100), wrong (3 of 100)"
QString rankingTold(const LessonStep &step, const StepAnswers &answers)
{
    QStringList told;
    for (const Ranked &each : ranking(step, answers)) {
        const LessonChoice &choice = step.choices.at(each.choice);
        const Quantity &quantity = *quantityOf(choice.quantity);
        const auto value = answers[quantity];
        told.append(choice.text + u" ("_s + quantityText(quantity, {value->number, value->word, {}})
                    + u')');
    }
    return told.join(u", "_s);
}

/// Places of choices as they were typed; absent where that is no order of all of them.
std::optional<QList<qsizetype>> orderTyped(const LessonStep &step, const QString &typed)
{
    const QString letters = QString(typed).remove(QRegularExpression(u"[\\s,]"_s)).toLower();
    QList<qsizetype> places;
    for (const QChar letter : letters) {
        const qsizetype at = letterOf(letter);
        if (at < 0 || at >= step.choices.size() || places.contains(at))
            return std::nullopt;
        places.append(at);
    }
    return places.size() == step.choices.size() ? std::optional(places) : std::nullopt;
}

std::optional<Grade> gradeRanking(const LessonStep &step, const StepAnswers &answers,
                                  const QString &typed)
{
    const auto order = orderTyped(step, typed);
    const std::vector<Ranked> right = ranking(step, answers);
    if (!order || right.empty())
        return std::nullopt;
    const bool isRight = std::ranges::equal(
            *order, right, {},
            [&right](qsizetype at) { return std::ranges::find(right, at, &Ranked::choice)->rank; },
            &Ranked::rank);
    return Grade{isRight,
                 (isRight ? u"Right: "_s : u"No. Most first: "_s) + rankingTold(step, answers)
                         + u'.',
                 {}};
}

} // namespace

std::optional<Grade> grade(const LessonStep &step, const StepAnswers &answers, const QString &typed)
{
    const QString said = typed.trimmed();
    if (said.isEmpty())
        return std::nullopt;
    if (step.kind == AnswerKind::Words)
        return Grade{};
    if (step.kind == AnswerKind::Ranking)
        return gradeRanking(step, answers, said);
    const auto right = answers[*quantityOf(step.quantity)];
    if (!right)
        return std::nullopt;
    return step.kind == AnswerKind::Choice ? gradeChoice(step, *right, said)
                                           : gradeNumber(step, answers, *right, said);
}

std::optional<qsizetype> rightChoice(const LessonStep &step, const StepAnswers &answers)
{
    if (step.kind != AnswerKind::Choice)
        return std::nullopt;
    const auto right = answers[*quantityOf(step.quantity)];
    if (!right)
        return std::nullopt;
    const auto nearest =
            std::ranges::min_element(step.choices, {}, [&right](const LessonChoice &choice) {
                return distance(choice, *right);
            });
    if (!nearest->number && distance(*nearest, *right) > 0.0)
        return std::nullopt;
    return nearest - step.choices.begin();
}

QStringList rightPlaces(const LessonStep &step, const StepAnswers &answers)
{
    QStringList places;
    if (step.kind != AnswerKind::Ranking)
        return places;
    std::optional<double> last;
    for (const Ranked &each : ranking(step, answers)) {
        if (last != each.rank)
            places.append(QString());
        places.last() += QChar(char16_t(u'a' + each.choice));
        last = each.rank;
    }
    return places;
}

QString rightOrder(const LessonStep &step, const StepAnswers &answers)
{
    return wording::orderText(rightPlaces(step, answers));
}

QString unclearChoice(const LessonStep &step, const StepAnswers &answers)
{
    if (step.kind != AnswerKind::Choice)
        return {};
    const auto right = answers[*quantityOf(step.quantity)];
    QList<LessonChoice> choices = step.choices;
    const Quantity &asked = *quantityOf(step.quantity);
    if (right && asked.unit == QuantityUnit::Word && !rightChoice(step, answers))
        return u"The data say %1, and no choice says so. Add one, or ask another question."_s.arg(
                quantityText(asked, *right));
    if (!right || choices.size() < 2
        || std::ranges::any_of(std::as_const(choices),
                               [](const LessonChoice &choice) { return !choice.number; }))
        return {};
    std::ranges::stable_sort(
            choices, {}, [&right](const LessonChoice &choice) { return distance(choice, *right); });
    if (2.0 * distance(choices.at(0), *right) <= distance(choices.at(1), *right))
        return {};
    return u"The data say %1, and of the choices \u201c%2\u201d and \u201c%3\u201d are about as near, so that neither can be called right. Change a choice, or its number."_s
            .arg(quantityText(asked, *right), choices.at(0).text, choices.at(1).text);
}

QString askedFor(const LessonStep &step)
{
    switch (step.kind) {
    case AnswerKind::Choice:
        return u"Type a letter"_s;
    case AnswerKind::Number:
        return u"Type how many of 100, from 0 to 100"_s;
    case AnswerKind::Score:
        return u"Type a threshold, with a point"_s;
    case AnswerKind::Wait:
        return u"Type a wait, such as 350 ms or 1.2 s"_s;
    case AnswerKind::Ranking:
        return u"Type all letters, most first"_s;
    case AnswerKind::Words:
        break;
    }
    return u"Type your answer"_s;
}

QString whyNoAnswer(const LessonStep &step, const StepAnswers &answers, const QString &typed)
{
    const int choices = int(step.choices.size());
    switch (step.kind) {
    case AnswerKind::Choice:
        return u"An answer is one letter, from a to %1."_s.arg(wording::choiceLetter(choices));
    case AnswerKind::Ranking:
        return u"An answer is all %1 letters, each once, most first."_s.arg(choices);
    case AnswerKind::Number:
        return u"An answer is how many of 100, from 0 to 100."_s;
    case AnswerKind::Wait:
        return u"An answer is a wait, such as 350 ms or 1.2 s."_s;
    case AnswerKind::Score:
        if (const auto ends = answers.answerEnds(step); ends && numberTyped(step, typed))
            return wording::outsideScoresText(*ends);
        return u"An answer is a threshold, a number with a point."_s;
    case AnswerKind::Words:
        break;
    }
    return u"An answer is a few words."_s;
}

} // namespace oneinn
