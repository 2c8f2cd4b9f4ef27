// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/stepfaults.h"

#include "wording/feature.h"
#include "wording/numbers.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

/// What the shares of a step are out of, where that may be nothing at all.
enum class OutOf : std::uint8_t { Uses, Shown, Good, Bad };

OutOf denominatorOf(const Quantity &quantity)
{
    if (quantity.key == u"wrong_of_shown" || quantity.key == u"precision")
        return OutOf::Shown;
    if (quantity.key == u"missed" || quantity.key == u"recall")
        return OutOf::Good;
    return quantity.key == u"wrong_of_bad" ? OutOf::Bad : OutOf::Uses;
}

double countOf(OutOf of, const Waterfall &uses)
{
    switch (of) {
    case OutOf::Shown:
        return uses.of(shownUses).rows;
    case OutOf::Good:
        return uses.of(goodUses).rows;
    case OutOf::Bad:
        return uses.of(badUses).rows;
    case OutOf::Uses:
        break;
    }
    return uses.uses().rows;
}

bool isOfWaits(const Quantity &quantity)
{
    return quantity.unit == QuantityUnit::Milliseconds || quantity.key == u"late";
}

bool isOfDraws(const Quantity &quantity)
{
    return QStringList{u"optimism"_s, u"best_value_new"_s, u"best_threshold_low"_s,
                       u"best_threshold_high"_s}
            .contains(quantity.key);
}

/// Why there is nothing that the share could be out of.
QString whyNone(OutOf of, const LessonStep &step, const StepAnswers &answers)
{
    const Assessment &assessment = answers.assessment();
    const Waterfall &uses = assessment.experience.shares.uses();
    const wording::Feature feature = wording::featureOf(assessment.scenario.words);
    if (of == OutOf::Good)
        return u"Among these rows there are no %1. Choose other rows, or ask for another "
               "quantity."_s.arg(feature.positive.plural);
    if (of == OutOf::Bad)
        return u"Among these rows there are %1 alone. Choose other rows, or ask for another "
               "quantity."_s.arg(feature.positive.plural);
    const bool isLate = assessment.scenario.budget && uses.of(inTimeUses).rows == 0.0;
    if (isLate)
        return u"Within %1 none of the %2 is answered, so nothing is %3. Raise \"budgetMs\", or "
               u"ask "
               "for 'late'."_s.arg(wording::budgetText(assessment.scenario.budget),
                                   wording::counted(uses.uses().rows, feature.useCase),
                                   feature.done);
    return step.threshold
            ? u"At this threshold nothing is %1. Change \"threshold\", or leave it out."_s.arg(
                    feature.done)
            : u"Nothing is %1: at what these values say, that is worth most. Give a \"threshold\", "
              "or change \"values\" in \"scenario\"."_s.arg(feature.done);
}

/// Each quantity that a step asks for, with its key. What its reveal tells besides says itself
/// where it is not known: old lessons are taught on.
QList<std::pair<QString, QString>> quantitiesNamed(const LessonStep &step)
{
    QList<std::pair<QString, QString>> named{{u"answer.quantity"_s, step.quantity}};
    for (qsizetype i = 0; i < step.choices.size(); ++i)
        named.append({u"answer.choices[%1].quantity"_s.arg(QString::number(i)),
                      step.choices.at(i).quantity});
    named.removeIf([](const auto &each) { return each.second.isEmpty(); });
    return named;
}

} // namespace

QString whyNotTold(const Quantity &quantity, const LessonStep &step, const StepAnswers &answers)
{
    if (isOfWaits(quantity) && !answers.hasWaits())
        return u"These data have no latencies. Ask for another quantity, or choose data that have "
               "them."_s;
    if (quantity.key == u"late" && !answers.assessment().scenario.budget)
        return u"Without a limit nothing is late. Give \"budgetMs\"."_s;
    const OutOf of = denominatorOf(quantity);
    if (countOf(of, answers.assessment().experience.shares.uses()) == 0.0)
        return whyNone(of, step, answers);
    if (isOfDraws(quantity))
        return u"These data have too few users, days or uses to draw from. Ask for another "
               "quantity, or choose data with more."_s;
    if (quantity.unit == QuantityUnit::Word)
        return u"In these data no failure comes first for sure. Ask for another quantity, or "
               "choose other data."_s;
    if (quantity.unit == QuantityUnit::Milliseconds)
        return u"In these data that many are never answered. Ask for another quantity, or choose "
               "other data."_s;
    return u"Ask for another quantity, or choose data that have what it needs."_s;
}

QList<StepFault> stepFaults(const LessonStep &step, const StepAnswers &answers)
{
    QList<StepFault> faults;
    if (step.budgetMs && !answers.hasWaits())
        faults.append({u"budgetMs"_s,
                       u"The step has \"budgetMs\", and these data have no latencies. Leave it "
                       "out, or choose data with latencies."_s});
    QStringList told;
    const auto named = quantitiesNamed(step);
    for (const auto &[key, name] : named) {
        const Quantity *quantity = quantityOf(name);
        if (!quantity || told.contains(name) || answers[*quantity])
            continue;
        told.append(name);
        faults.append({key,
                       u"'%1' (%2) cannot be told here. %3"_s.arg(
                               name, quantity->meaning, whyNotTold(*quantity, step, answers))});
    }
    if (const QString unclear = unclearChoice(step, answers); !unclear.isEmpty())
        faults.append({u"answer.choices"_s, unclear});
    return faults;
}

} // namespace oneinn
