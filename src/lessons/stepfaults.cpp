// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lessons/stepfaults.h"

#include "lessons/dropquantities.h"
#include "wording/feature.h"
#include "wording/nearestname.h"
#include "wording/numbers.h"

#include <QRegularExpression>

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

/// In the order of the reveal.
QStringList quantitiesRevealed(const LessonStep &step)
{
    static const QRegularExpression places(u"\\{([a-z0-9_]+)\\}"_s);
    QStringList names;
    for (auto found = places.globalMatch(step.reveal); found.hasNext();)
        names.append(found.next().captured(1));
    return names;
}

/// Each quantity that a step asks for or tells, with its key.
QList<std::pair<QString, QString>> quantitiesNamed(const LessonStep &step)
{
    QList<std::pair<QString, QString>> named{{u"answer.quantity"_s, step.quantity}};
    for (qsizetype i = 0; i < step.choices.size(); ++i)
        named.append({u"answer.choices[%1].quantity"_s.arg(QString::number(i)),
                      step.choices.at(i).quantity});
    const QStringList revealed = quantitiesRevealed(step);
    for (const QString &name : revealed)
        named.append({u"reveal"_s, name});
    named.removeIf([](const auto &each) { return each.second.isEmpty(); });
    return named;
}

/// Which threshold would be one that parts the rows; empty where the step's does.
QString outsideOfScores(const LessonStep &step, const StepAnswers &answers)
{
    const auto ends = answers.scoreEnds();
    if (!step.threshold || !ends)
        return {};
    // Where scores are said of 1, so are thresholds.
    const bool isOfOne = ends->low >= 0.0 && ends->high <= 1.0;
    const double low = isOfOne ? 0.0 : ends->low;
    const double high = isOfOne ? 1.0 : ends->high;
    if (*step.threshold >= low && *step.threshold <= high)
        return {};
    return u"No score is near %1: they go from %2 to %3. Give a \"threshold\" between, or leave it "
           "out."_s.arg(QString::number(*step.threshold, 'g', 4),
                        QString::number(ends->low, 'g', 4), QString::number(ends->high, 'g', 4));
}

} // namespace

QList<StepFault> faultsOfText(const LessonStep &step)
{
    QList<StepFault> faults;
    QStringList seen;
    for (qsizetype i = 0; i < step.choices.size(); ++i) {
        const QString &name = step.choices.at(i).quantity;
        if (step.kind == AnswerKind::Ranking && !name.isEmpty() && seen.contains(name))
            faults.append({u"answer.choices[%1].quantity"_s.arg(QString::number(i)),
                           u"'%1' is ranked twice, so that neither comes first. Rank another "
                           "quantity."_s.arg(name)});
        seen.append(name);
    }
    QStringList unknown = quantitiesRevealed(step);
    unknown.removeIf([](const QString &name) { return quantityOf(name) != nullptr; });
    unknown.removeDuplicates();
    for (const QString &name : unknown.mid(1)) {
        const QString nearest = wording::nearestName(name, quantityKeys());
        faults.append({u"reveal"_s,
                       u"Nor is {%1} a quantity. "_s.arg(name)
                               + (nearest.isEmpty()
                                          ? u"Leave it out."_s
                                          : u"Write {%1}, which is the nearest."_s.arg(nearest))});
    }
    return faults;
}

QString whyNotTold(const Quantity &quantity, const LessonStep &step, const StepAnswers &answers)
{
    if (isOfWaits(quantity) && !answers.hasWaits())
        return u"These data have no latencies. Ask for another quantity, or choose data that have "
               "them."_s;
    if (quantity.key == u"late" && !answers.assessment().scenario.budget)
        return u"Without a limit nothing is late. Give \"budgetMs\"."_s;
    if (isOfDrop(quantity))
        return answers.hasDrop()
                ? u"Since the earlier period there is no such thing. Ask for another quantity, or "
                  "choose other data."_s
                : u"It is of what happened since an earlier period: in \"data\", \"before\" names "
                  "that, a sample or a file as the other."_s;
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
    if (const QString outside = outsideOfScores(step, answers); !outside.isEmpty())
        faults.append({u"threshold"_s, outside});
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
    const QString unclear = quantityOf(step.quantity) ? unclearChoice(step, answers) : QString();
    if (!unclear.isEmpty())
        faults.append({u"answer.choices"_s, unclear});
    return faults;
}

} // namespace oneinn
