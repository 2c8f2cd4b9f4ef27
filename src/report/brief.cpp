// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/answerwords.h"
#include "report/choicetable.h"
#include "report/comparisons.h"
#include "report/doubtprose.h"
#include "report/dropprose.h"
#include "report/reviewprose.h"
#include "report/rollbackwords.h"
#include "report/sections.h"
#include "report/segmentsprose.h"
#include "wording/experiencewords.h"
#include "wording/frequency.h"
#include "wording/misscauses.h"
#include "wording/numbers.h"
#include "wording/pacewords.h"
#include "wording/phrases.h"
#include "wording/policynames.h"
#include "wording/sentences.h"
#include "wording/shareline.h"
#include "wording/untilbadwords.h"
#include "wording/valuewords.h"
#include "wording/verdictwords.h"

#include "report/alternatives.h"

namespace oneinn::report {

using namespace Qt::Literals::StringLiterals;
using wording::asSentence;
using wording::countText;

namespace {

/// What a page at a readable size holds.
constexpr int mostWords = 550;
/// Where it is told why it dropped, which a page has to hold besides: before what is watched.
constexpr int dropPlace = 5;
/// How much is told, so that it fits.
enum class Detail { Full, Brief, Short, Least };

QString wantedSentence(const wording::Feature &feature)
{
    if (!feature.namesPositives)
        return u"%1 want %2 where there is one, and to be left alone where there is none."_s.arg(
                wording::capitalised(feature.person.plural),
                wording::withArticle(feature.positive.singular));
    return u"Of all %1, the %2 are to be found, and the others left alone."_s.arg(
            feature.useCase.plural, feature.positive.plural);
}

QString harmOf(const wording::Feature &feature)
{
    if (!feature.namesPositives)
        return u"a wrong %1 hurts whoever acts on it; a missed one leaves somebody without what they came for"_s
                .arg(feature.raised.singular);
    return u"%1 wrongly %2 hurts whoever it is about; %3 that is missed does its harm"_s.arg(
            wording::withArticle(feature.raised.singular), feature.done,
            wording::withArticle(feature.positive.singular));
}

Section problem(const AnswerMaterial &material)
{
    Section section{u"The problem, and who is hurt"_s, {}, {}, {}};
    const wording::Feature feature = featureOf(material);
    const QString problem = written(material.text.problem);
    section.paragraphs.append(problem.isEmpty() ? wantedSentence(feature) : asSentence(problem));
    const QString users = written(material.text.users);
    QString failures = harmOf(feature);
    const Assessment &assessment = material.assessment;
    if (assessment.scenario.budget || assessment.experience[Share::Left])
        // Where positives have a name, "one" would be one of them.
        failures += u"; %1 that comes too late helps nobody"_s.arg(
                feature.namesPositives ? wording::withArticle(feature.raised.singular) : u"one"_s);
    section.paragraphs.append(asSentence(users.isEmpty() ? failures : users));
    const QString ratio = costRatioClause(material.assessment);
    const QString reason = costRatioReason(material.assessment);
    if (!ratio.isEmpty())
        section.paragraphs.last() += u' '
                + asSentence(ratio + (reason.isEmpty() ? QString() : u" ("_s + reason + u')')
                             + u": our assumption"_s);
    return section;
}

/// "between 19 and 22, of 2,197 good suggestions"; empty where the clause says it all.
QString evidenceOf(const Proportion &share, const wording::ShareGrammar &grammar)
{
    const QString rows = u"of %1 %2"_s.arg(countText(share.all.rows), grammar.many);
    switch (wording::shareFormOf(share)) {
    case wording::ShareForm::Stated:
        return u"95 % interval: %1, %2"_s.arg(
                wording::betweenText(share.interval, wording::denominatorOf(share, grammar)), rows);
    case wording::ShareForm::TooFew:
    case wording::ShareForm::Wide:
        return u"95 % interval, %1"_s.arg(rows);
    case wording::ShareForm::Every:
        return u"in the long run %1 of 100 could be %2"_s.arg(
                wording::betweenText({1.0 - share.interval.high, 1.0 - share.interval.low}, 100),
                grammar.opposite);
    case wording::ShareForm::None:
        return u"in the long run "_s + wording::betweenText(share.interval, 100)
                + u" of 100 could be %1"_s.arg(grammar.quality);
    case wording::ShareForm::Counts:
        break;
    }
    return u"too few cases to say more"_s;
}

QString shareBullet(const std::optional<Proportion> &share, const wording::ShareGrammar &grammar,
                    const QString &aside)
{
    if (!share)
        return {};
    QStringList asides{evidenceOf(*share, grammar), aside};
    asides.removeAll(QString());
    return asSentence(u"%1 (%2)"_s.arg(shareClause(*share, grammar), asides.join(u"; "_s)));
}

/// What of this is nobody's measurement.
QString assumedHere(const Assessment &assessment)
{
    const int k = assessment.scenario.badBeforeLeaving;
    const QString enough =
            u"that %1 enough to give up"_s.arg(wording::cardinal(k) + (k == 1 ? u" is" : u" are"));
    return assessment.pace.from == PaceFrom::File
            ? enough + u" is our assumption"_s
            : u"the pace and %1 are our assumptions"_s.arg(enough);
}

QString untilBadBullet(const Assessment &assessment)
{
    const wording::Statement statement =
            wording::untilBadStatement(assessment, wording::Voice::Ours);
    const bool counted = assessment.experience.usesUntilBad && !statement.assumption.isEmpty();
    if (!counted)
        return wording::sentenceOf(statement);
    return u"%1, after %2 at %3 (bad is %4; %5)."_s.arg(
            statement.headline,
            wording::durationText(assessment.experience.usesUntilBad->median
                                  / assessment.pace.usesPerWeek),
            wording::paceText(assessment), wording::badText(assessment), assumedHere(assessment));
}

QStringList lateBullets(const Assessment &assessment)
{
    QStringList bullets{
            shareBullet(assessment.experience[Share::Late], wording::lateGrammar(assessment), {})};
    if (assessment.experience.anyFailed())
        bullets.append(shareBullet(assessment.experience[Share::Failed],
                                   wording::grammarOf(Share::Failed, assessment), {}));
    if (assessment.experience.anyRefused())
        bullets.append(shareBullet(assessment.experience[Share::Refused],
                                   wording::grammarOf(Share::Refused, assessment), {}));
    if (const auto &left = assessment.experience[Share::Left])
        bullets.append(asSentence(
                u"in %1 %2 the %3 is gone before the answer (how long people wait is our assumption)"_s
                        .arg(wording::shareText(left->value),
                             wording::featureOf(assessment.scenario.words).useCase.plural,
                             wording::featureOf(assessment.scenario.words).person.singular)));
    return bullets;
}

QString wrongBullet(const AnswerMaterial &material)
{
    const Assessment &assessment = material.assessment;
    const auto wrong = assessment.experience[Share::WrongOfShown];
    if (!wrong)
        return u"Nothing is %1, so there is nothing to be right or wrong about."_s.arg(
                featureOf(material).done);
    const QString none = wording::noneCanBeWrong(assessment);
    return none.isEmpty() ? shareBullet(wrong, wording::wrongGrammar(assessment), {}) : none;
}

Section determines(const AnswerMaterial &material)
{
    Section section{u"What decides it"_s, {}, {}, {}};
    const Assessment &assessment = material.assessment;
    const Experience &experience = assessment.experience;
    for (const wording::Harm harm : wording::harmsByCost(assessment)) {
        switch (harm) {
        case wording::Harm::Wrong:
            section.bullets.append(wrongBullet(material));
            break;
        case wording::Harm::Missed:
            section.bullets.append(
                    experience[Share::Missed] && experience[Share::WrongOfShown]
                            ? shareBullet(experience[Share::Missed], missedGrammar(assessment),
                                          wording::missedCausesText(experience.shares,
                                                                    assessment.scenario.words))
                            : asSentence(missClause(assessment)));
            break;
        case wording::Harm::Late:
            section.bullets += lateBullets(assessment);
            break;
        }
    }
    section.bullets.append(untilBadBullet(assessment));
    section.bullets.removeAll(QString());
    return section;
}

Section carries(const AnswerMaterial &material, Detail detail)
{
    Section section{u"What carries the product"_s, {}, {}, {}};
    if (!material.load) {
        section.paragraphs.append(u"Which constraint carries it has not been worked out."_s);
        return section;
    }
    const wording::VerdictWords words =
            wording::verdictWords(*material.load, material.assessment.scenario.words);
    section.paragraphs.append(inARow({wording::verdictSentence(words),
                                      detail == Detail::Least ? QString() : words.evidence}));
    return section;
}

QString valueSentence(const AnswerMaterial &material)
{
    const Assessment &assessment = material.assessment;
    if (!hasValues(assessment.scenario))
        return {};
    return u"That is worth %1%2, by our values."_s.arg(
            wording::valuePer1000Text(assessment.value.perUse, assessment.scenario.words),
            valueIntervalClause(material));
}

Section choice(const AnswerMaterial &material)
{
    QStringList paragraphs{inARow({choiceSentence(material), valueSentence(material),
                                   newUsesSentence(material), bestElsewhereSentence(material)})};
    if (material.review)
        paragraphs.prepend(reviewChoiceOf(material));
    return {u"What we choose"_s, paragraphs, {}, {}};
}

/// In full, or, beside a table that has the numbers, in brief.
QString balanceText(const AnswerMaterial &material, std::size_t pin, bool brief)
{
    const PinnedAnswer &answer = material.pins[pin];
    const Balance balance = balanceOf(material, answer);
    const QString givenUp =
            brief ? wording::joined(balance.givenUpInBrief, u"and"_s) : clauses(balance.givenUp);
    const QString gained =
            brief ? wording::joined(balance.gainedInBrief, u"and"_s) : clauses(balance.gained);
    QStringList parts;
    if (!givenUp.isEmpty())
        parts.append((brief ? u"we accept "_s : u"we give up this: "_s) + givenUp);
    if (!gained.isEmpty())
        parts.append((brief                     ? u"we get "_s
                              : parts.isEmpty() ? u"we gain this: "_s
                                                : u"for it, "_s)
                     + gained);
    if (!balance.unchanged.isEmpty())
        parts.append(u"there is no measurable change in "_s
                     + wording::joined(balance.unchanged, u"or in"_s));
    if (parts.isEmpty())
        parts.append(featureOf(material).person.plural + u" would meet the same"_s);
    const QString value =
            hasValues(material.assessment.scenario) ? valueClause(material, answer) : QString();
    if (!value.isEmpty())
        parts.append(value);
    return asSentence(u"against %1, %2"_s.arg(heldAgainst(material, pin), parts.join(u"; "_s)));
}

QString alonePrice(const AnswerMaterial &material)
{
    const QString same = sameAsDefault(material);
    const QString start = same.isEmpty()
            ? u"No other setting is pinned to measure this one against; what it costs is plain all the same: %1."_s
            : same + u" What it costs: %1."_s;
    return start.arg(missClause(material.assessment));
}

Section givenUp(const AnswerMaterial &material, Detail detail)
{
    Section section{u"What we give up"_s, {}, {}, choiceTable(material, detail <= Detail::Brief)};
    const auto pin = mainPin(material);
    if (material.review)
        section.paragraphs.append(
                u"What the person adds is told above. All that follows is without one."_s);
    section.paragraphs.append(
            pin ? balanceText(material, *pin, detail != Detail::Full && section.table)
                : alonePrice(material));
    const QStringList alternatives = hasValues(material.assessment.scenario)
            ? alternativeSentences(material)
            : QStringList();
    if (!alternatives.isEmpty())
        section.paragraphs.append(detail <= Detail::Brief ? alternatives.join(u' ')
                                                          : alternatives.first());
    return section;
}

Section watching(const AnswerMaterial &material)
{
    return {u"How we will know, and when we roll back"_s,
            {inARow(QStringList{productMetricSentence(material)} + rollbackSentences(material))},
            {},
            {}};
}

Section howSure(const AnswerMaterial &material, Detail detail)
{
    const Assessment &assessment = material.assessment;
    const double rows = assessment.experience.shares.uses().uses().rows;
    const auto good = assessment.experience[Share::Good];
    const QString from =
            good ? wording::fromClusters(*good, featureOf(material).person) : QString();
    QStringList sentences{
            u"All of this is from %1 %2%3; a difference inside its interval is no measurable change."_s
                    .arg(countText(rows),
                         rows == 1.0 ? featureOf(material).useCase.singular
                                     : featureOf(material).useCase.plural,
                         from.isEmpty() ? from : u' ' + from)};
    if (const QString rate = baseRateClause(assessment); !rate.isEmpty())
        sentences.append(u"It is told %1, which is our assumption."_s.arg(rate));
    const QString leaves = u"how many bad ones make %1 leave"_s.arg(
            wording::withArticle(featureOf(material).person.singular));
    sentences.append(
            wording::tellsNoWaits(assessment)
                    ? u"What an outcome is worth and %1 are assumptions."_s.arg(leaves)
                    : u"What an outcome is worth, %1 and how long people wait are assumptions."_s
                              .arg(leaves));
    if (material.load && detail == Detail::Full)
        sentences.append(wording::verdictWords(*material.load, material.assessment.scenario.words)
                                 .robustness);
    return {u"What we assume, and how sure we are"_s, {inARow(sentences)}, {}, {}};
}

/// Before it is told how it is watched, and how sure all is.
qsizetype givenUpPlace(const QList<Section> &body)
{
    constexpr qsizetype after = 3;
    return body.size() - after;
}

} // namespace

QList<Section> briefBody(const AnswerMaterial &material)
{
    QList<Section> body;
    for (const Detail detail : {Detail::Full, Detail::Brief, Detail::Short, Detail::Least}) {
        body = limitSection(material);
        body += {problem(material),        determines(material),      carries(material, detail),
                 choice(material),         givenUp(material, detail), watching(material),
                 howSure(material, detail)};
        if (wordsIn(body) <= mostWords)
            break;
    }
    if (const QString paying = segmentsInShort(material); !paying.isEmpty()) {
        QList<Section> with = body;
        with[givenUpPlace(with)].paragraphs.append(paying);
        if (wordsIn(with) <= mostWords)
            body = with;
    }
    if (material.drop)
        body.insert(dropPlace, dropSection(material));
    return reviewAside(material) + body;
}

} // namespace oneinn::report
