// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/answerwords.h"
#include "report/choicetable.h"
#include "report/comparisons.h"
#include "report/rollbackwords.h"
#include "report/sections.h"
#include "wording/experiencewords.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/sentences.h"
#include "wording/valuewords.h"
#include "wording/verdictwords.h"

namespace oneinn::report {

using namespace Qt::Literals::StringLiterals;
using wording::asSentence;
using wording::countText;

namespace {

Section problem(const AnswerMaterial &material)
{
    Section section{u"The problem, and who is hurt"_s, {}, {}, {}};
    const wording::Noun noun = nounOf(material);
    const QString problem = written(material.text.problem);
    section.paragraphs.append(
            problem.isEmpty()
                    ? u"Users want a good %1 where there is one, and to be left alone where there is none."_s
                              .arg(noun.singular)
                    : asSentence(problem));
    const QString users = written(material.text.users);
    section.paragraphs.append(
            users.isEmpty()
                    ? u"A wrong %1 hurts whoever acts on it; a missed one leaves somebody without what they came for; a late one makes everybody wait."_s
                              .arg(noun.singular)
                    : asSentence(users));
    const QString ratio = costRatioClause(material.assessment);
    if (!ratio.isEmpty())
        section.paragraphs.last() += u' ' + asSentence(ratio + u": our assumption"_s);
    return section;
}

Section determines(const AnswerMaterial &material)
{
    Section section{u"What decides it"_s, {}, {}, {}};
    const Assessment &assessment = material.assessment;
    const wording::ExperienceWords words = wording::experienceWords(assessment);
    const auto add = [&section](const wording::Statement &statement) {
        section.bullets.append(inOurVoice(wording::sentenceOf(statement)));
    };
    for (const wording::Harm harm : wording::harmsByCost(assessment)) {
        if (harm == wording::Harm::Wrong)
            add(words.wrong);
        else if (harm == wording::Harm::Missed)
            add(words.missed);
        else if (assessment.scenario.budget || assessment.experience.left)
            add(words.late);
    }
    add(words.untilBad);
    return section;
}

Section carries(const AnswerMaterial &material)
{
    Section section{u"What carries the product"_s, {}, {}, {}};
    if (!material.load) {
        section.paragraphs.append(u"Which constraint carries it has not been worked out."_s);
        return section;
    }
    const wording::VerdictWords words = wording::verdictWords(*material.load);
    section.paragraphs.append(inARow({wording::verdictSentence(words), words.evidence}));
    return section;
}

QString valueSentence(const AnswerMaterial &material)
{
    const Assessment &assessment = material.assessment;
    if (!hasValues(assessment.scenario))
        return {};
    QString sentence = u"That is worth "_s + wording::valuePer1000Text(assessment.value.perUse);
    if (const auto interval = valueInterval(material)) {
        sentence +=
                u" (95 % interval %1 to %2)"_s.arg(wording::signedText(1000.0 * interval->low),
                                                   wording::signedText(1000.0 * interval->high));
    }
    return sentence + u", by our own values."_s;
}

Section choice(const AnswerMaterial &material)
{
    return {u"What we choose"_s,
            {inARow({choiceSentence(material), valueSentence(material)})},
            {},
            {}};
}

QString balanceText(const AnswerMaterial &material, std::size_t pin)
{
    const PinnedAnswer &answer = material.pins[pin];
    const Balance balance = balanceOf(material, answer);
    QStringList parts;
    if (!balance.givenUp.isEmpty())
        parts.append(u"we give up "_s + u"this: "_s + wording::joined(balance.givenUp, u"and"_s));
    if (!balance.gained.isEmpty())
        parts.append((parts.isEmpty() ? u"we gain this: "_s : u"for it, "_s)
                     + wording::joined(balance.gained, u"and"_s));
    if (!balance.unchanged.isEmpty())
        parts.append(u"no measurable change in "_s
                     + wording::joined(balance.unchanged, u"or in"_s));
    if (parts.isEmpty())
        parts.append(u"users would meet the same"_s);
    const QString value = hasValues(material.assessment.scenario) ? valueClause(answer) : QString();
    if (!value.isEmpty())
        parts.append(value);
    return asSentence(u"against %1, %2"_s.arg(pinName(material, pin), parts.join(u"; "_s)));
}

Section givenUp(const AnswerMaterial &material)
{
    Section section{u"What we give up"_s, {}, {}, choiceTable(material, true)};
    const auto pin = mainPin(material);
    section.paragraphs.append(
            pin ? balanceText(material, *pin)
                : asSentence(
                        u"no other setting is pinned to measure this one against; what it costs "
                        "is plain all the same: "_s
                        + missClause(material.assessment)));
    const QStringList alternatives = hasValues(material.assessment.scenario)
            ? alternativeSentences(material)
            : QStringList();
    if (!alternatives.isEmpty())
        section.paragraphs.append(alternatives.join(u' '));
    return section;
}

Section watching(const AnswerMaterial &material)
{
    return {u"How we will know, and when we roll back"_s,
            {inARow(QStringList{productMetricSentence(material)} + rollbackSentences(material))},
            {},
            {}};
}

Section howSure(const AnswerMaterial &material)
{
    const Assessment &assessment = material.assessment;
    const double rows = assessment.counts.uses().rows;
    QStringList sentences{
            u"All numbers are from %1 %2; each has its 95 % interval, and a difference "
            "inside it is no measurable change."_s.arg(countText(rows),
                                                       rows == 1.0 ? u"use"_s : u"uses"_s)};
    if (const QString rate = baseRateClause(assessment); !rate.isEmpty())
        sentences.append(u"They are told %1, which is our assumption."_s.arg(rate));
    sentences.append(u"What outcomes are worth, how many bad ones make a user leave, and how long "
                     "people wait are our assumptions, not findings."_s);
    if (material.load) {
        const QString robustness = wording::verdictWords(*material.load).robustness;
        sentences.append(robustness);
    }
    return {u"What we assume, and how sure we are"_s, {inARow(sentences)}, {}, {}};
}

} // namespace

QList<Section> briefBody(const AnswerMaterial &material)
{
    return {problem(material), determines(material), carries(material), choice(material),
            givenUp(material), watching(material),   howSure(material)};
}

} // namespace oneinn::report
