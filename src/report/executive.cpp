// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/answerwords.h"
#include "report/comparisons.h"
#include "report/doubtprose.h"
#include "report/dropprose.h"
#include "report/likeness.h"
#include "report/overnothing.h"
#include "report/reviewprose.h"
#include "report/rollbackwords.h"
#include "report/sections.h"
#include "report/segmentsprose.h"
#include "report/verdictprose.h"
#include "wording/datalimitwords.h"
#include "wording/experiencewords.h"
#include "wording/frequency.h"
#include "wording/matrixwords.h"
#include "wording/numbers.h"
#include "wording/ownbudgetwords.h"
#include "wording/phrases.h"
#include "wording/untilbadwords.h"
#include "wording/valuewords.h"
#include "wording/verdictwords.h"

#include "report/alternatives.h"

#include <cmath>

namespace oneinn::report {

using namespace Qt::Literals::StringLiterals;
using wording::asSentence;
using wording::countText;

namespace {

/// "between 31 and 39", of so many shown in 1,000 uses.
QString wrongRange(const Proportion &wrong, int shown)
{
    const double low = std::floor(wrong.interval.low * shown);
    const double high = std::ceil(wrong.interval.high * shown);
    return u"between %1 and %2"_s.arg(countText(low), countText(high));
}

QString shownSentence(const AnswerMaterial &material, const wording::MatrixCounts &counts)
{
    const Assessment &assessment = material.assessment;
    const auto &wrong = assessment.experience[Share::WrongOfShown];
    const wording::Feature feature = featureOf(material);
    const int shown = counts.tp + counts.fp;
    if (!wrong)
        return u"It %1 no %2, so there is nothing to be right or wrong about."_s.arg(
                feature.verbs, feature.raised.plural);
    if (wrong->reliability != Reliability::Stated)
        return asSentence(shareClause(*wrong, wording::wrongGrammar(assessment)))
                + u" That is too few to say more."_s;
    if (shown == 0)
        return u"In fewer than 1 of 1,000 %1 is any %2 %3."_s.arg(
                feature.useCase.plural, feature.raised.singular, feature.done);
    return u"Of 1,000 %1, %2 %3, and %4 of these are wrong (95 % interval: %5)."_s.arg(
            feature.useCase.plural, countText(shown),
            shown == 1 ? feature.acted().one : feature.acted().many, countText(counts.fp),
            wrongRange(*wrong, shown));
}

QString missedSentence(const AnswerMaterial &material, const wording::MatrixCounts &counts)
{
    const Assessment &assessment = material.assessment;
    const auto &missed = assessment.experience[Share::Missed];
    const wording::Feature feature = featureOf(material);
    if (wording::isSilentUnknown(assessment))
        return asSentence(missClause(assessment));
    if (!missed)
        return u"The data hold no %1, so none can be missed."_s.arg(feature.positive.singular);
    if (missed->reliability != Reliability::Stated)
        return asSentence(shareClause(*missed, missedGrammar(assessment)));
    const int good = counts.good();
    if (missed->value == 0.0)
        return u"There is %1 in %2 of them, and none of these is missed (95 % interval: at most %3)."_s
                .arg(wording::withArticle(feature.positive.singular), countText(good),
                     countText(std::ceil(missed->interval.high * good)));
    return u"There is %1 in %2 of them, and in %3 of these it is missed (95 % interval: %4)."_s.arg(
            wording::withArticle(feature.positive.singular), countText(good),
            countText(counts.missed()), wrongRange(*missed, good));
}

QString lateSentence(const AnswerMaterial &material)
{
    const auto &late = material.assessment.experience[Share::Late];
    if (!late || late->reliability != Reliability::Stated)
        return {};
    const auto of = [](double share) { return countText(std::round(wording::thousand * share)); };
    return u"%1 are not answered within %2 (95 % interval: between %3 and %4)."_s.arg(
            of(late->value), wording::budgetSaid(material.assessment.scenario),
            of(late->interval.low), of(late->interval.high));
}

QString againstDefault(const AnswerMaterial &material)
{
    const auto pin = mainPin(material);
    if (!pin)
        return {};
    const PinnedAnswer &answer = material.pins[*pin];
    const QString name = heldAgainst(material, *pin);
    if (!hasValues(material.assessment.scenario))
        return {};
    const QString value = valueClause(material, answer);
    return value.isEmpty() ? QString() : asSentence(u"against %1, %2"_s.arg(name, value));
}

QString worthSentence(const AnswerMaterial &material)
{
    const Assessment &assessment = material.assessment;
    if (!hasValues(assessment.scenario))
        return u"Nobody has said what an outcome is worth, so this is told in outcomes alone."_s;
    const QString interval = valueIntervalClause(material);
    const QString gain = overNothing(material, interval);
    const QString value = gain.isEmpty()
            ? wording::valuePer1000Text(assessment.value.perUse, assessment.scenario.words)
                    + interval
            : gain;
    const QString said = material.review
            ? u"Without a person the setting is worth %1, by values that are our assumption."_s
            : u"The setting we choose is worth %1, by values that are our assumption."_s;
    return said.arg(value);
}

Section value(const AnswerMaterial &material)
{
    const Assessment &assessment = material.assessment;
    const auto counts = wording::matrixCounts(assessment);
    QStringList users{worthSentence(material),
                      newUsesSentence(material, ValueUnit::StandsBefore, Terms::Plain)};
    if (const QString problem = written(material.text.problem); !problem.isEmpty())
        users.append(asSentence(problem));
    users.append(shownSentence(material, counts));
    users.append(missedSentence(material, counts));
    users.append(lateSentence(material));
    if (assessment.experience.anyFailed())
        users.append(asSentence(u"%1 %2 fail and get no answer"_s.arg(
                wording::shareText(assessment.experience[Share::Failed]->value),
                featureOf(material).useCase.plural)));
    if (assessment.experience.anyRefused())
        users.append(asSentence(u"%1 %2 are refused by the model and get no answer"_s.arg(
                wording::shareText(assessment.experience[Share::Refused]->value),
                featureOf(material).useCase.plural)));
    const QString rate = baseRateClause(assessment);
    users.append(rate.isEmpty() ? QString()
                                : u"All of this is told %1, which is our assumption."_s.arg(rate));
    QStringList paragraphs{inARow(users)};
    const QString against = againstDefault(material);
    if (!against.isEmpty())
        paragraphs.append(against);
    return {u"What %1 get"_s.arg(featureOf(material).person.plural), paragraphs, {}, {}};
}

Section likeness(const AnswerMaterial &material)
{
    return {u"What it is like"_s, {likenessText(material)}, {}, {}};
}

Section mechanics(const AnswerMaterial &material)
{
    const SpokenVerdict verdict = spokenVerdict(material);
    QStringList carries{u"What carries the product?"_s, verdict.headline};
    if (!verdict.losses.isEmpty()) {
        for (const wording::LossWords &bar :
             wording::verdictWords(*material.load, material.assessment.scenario.words).equalSteps)
            carries.append(bar.sentence);
        if (const QString why = wording::whyTwoAnswers(*material.load); !why.isEmpty())
            carries.insert(2, why);
    }
    return {u"How it works"_s,
            {inARow({u"Every %1 has a score that says how sure the model is."_s.arg(
                             featureOf(material).useCase.singular),
                     material.review ? reviewChoiceOf(material) : QString(),
                     choiceSentence(material)}),
             inARow(carries)},
            {},
            {}};
}

QString priceSentence(const AnswerMaterial &material)
{
    const auto pin = mainPin(material);
    if (!pin)
        return sameAsDefault(material);
    const Balance balance = balanceOf(material, material.pins[*pin], 1000);
    const QString name = heldAgainst(material, *pin);
    QStringList sentences;
    if (!balance.givenUp.isEmpty())
        sentences.append((material.review
                                  ? u"Without the person, against %1 we give something up: %2."_s
                                  : u"Against %1 we give something up: %2."_s)
                                 .arg(name, clauses(balance.givenUp)));
    if (!balance.unchanged.isEmpty())
        sentences.append(u"Against %1 there is no measurable change in %2."_s.arg(
                name, wording::joined(balance.unchanged, u"or in"_s)));
    return inARow(sentences);
}

Section limits(const AnswerMaterial &material)
{
    const Assessment &assessment = material.assessment;
    const double rows = assessment.experience.shares.uses().uses().rows;
    QStringList bullets{priceSentence(material)};
    const QStringList alternatives =
            hasValues(assessment.scenario) ? alternativeSentences(material, 1000) : QStringList();
    bullets.append(inARow(alternatives));
    bullets.append(segmentsInShort(material));
    bullets.append(u"It rests on %1 %2 that were recorded. Later ones may differ."_s.arg(
            countText(rows),
            rows == 1.0 ? featureOf(material).useCase.singular
                        : featureOf(material).useCase.plural));
    bullets.append(bestElsewhereSentence(material, Terms::Plain));
    bullets.append(material.provenance.assumptions);
    bullets.append(u"That %1 gives up after %2 bad %3 is our assumption."_s.arg(
            wording::withArticle(featureOf(material).person.singular),
            wording::cardinal(assessment.scenario.badBeforeLeaving),
            assessment.scenario.badBeforeLeaving == 1 ? u"one"_s : u"ones"_s));
    if (assessment.experience[Share::Left])
        bullets.append(u"How long people wait is our assumption."_s);
    bullets.append(whatChangesOurMind(material));
    bullets.removeAll(QString());
    return {u"What it cannot do, and what we do not know"_s, {}, bullets, {}};
}

Section watchingSection(const AnswerMaterial &material)
{
    QStringList sentences = rollbackSentences(material, 1000);
    return {u"When we take it back"_s,
            {inARow(QStringList{productMetricSentence(material)} + sentences)},
            {},
            {}};
}

} // namespace

QList<Section> executiveBody(const AnswerMaterial &material)
{
    return limitSection(material) + reviewAside(material) + dropInShort(material)
            + QList<Section>{value(material), likeness(material), mechanics(material),
                             limits(material), watchingSection(material)};
}

} // namespace oneinn::report
