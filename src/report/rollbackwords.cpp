// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/rollbackwords.h"

#include "core/release/learning.h"
#include "report/answerwords.h"
#include "wording/learnwords.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/rollbackrulewords.h"
#include "wording/untilbadwords.h"

#include <algorithm>
#include <cmath>

namespace oneinn::report {

using namespace Qt::Literals::StringLiterals;
using wording::countText;
using wording::earlyLooks;
using wording::inFirst;
using wording::looksText;

namespace {

constexpr int hundred = 100;

/// Of what is watched: where a person decides in a band, of what is shown without one.
std::optional<Proportion> watchedWrong(const AnswerMaterial &material)
{
    return material.review && material.review->alone
            ? material.review->alone->wrong
            : material.assessment.experience[Share::WrongOfShown];
}

wording::Feature watchedFeature(const AnswerMaterial &material)
{
    wording::Feature feature = featureOf(material);
    if (material.review) {
        const QString alone = u" without a review"_s; // that of one threshold is "without a person"
        feature.done += alone;
        feature.raised.singular += alone;
    }
    return feature;
}

QString noRuleSentence(const AnswerMaterial &material)
{
    const auto wrong = watchedWrong(material);
    return wording::noRollbackRuleSentence(*material.rollback.noRule, wrong && wrong->value >= 0.5,
                                           watchedFeature(material));
}

QString keepText(const RollbackLook &look)
{
    return look.keepUpTo ? inFirst(countText(*look.keepUpTo), look.shown) : QString();
}

/// How often chance alone trips a limit, rounded up; the larger of the two.
QString falseAlarms(const RollbackTrigger &trigger)
{
    double share = 0.0;
    for (const auto &limits : {trigger.shown, trigger.late})
        share = std::max(share, limits ? limits->falseAlarm : 0.0);
    const double ofThousand = std::ceil(share * wording::thousand);
    return ofThousand <= 1.0 ? u"fewer than 1 of 1,000 looks"_s
                             : u"at most %1 of 1,000 looks"_s.arg(countText(ofThousand));
}

QString untilBadMetric(const Assessment &assessment)
{
    const auto &uses = assessment.experience.usesUntilBad;
    const auto &bad = assessment.experience[Share::WrongOfUses];
    if (!uses || !bad || bad->reliability != Reliability::Stated
        || uses->median > wording::mostCountableUses)
        return {};
    return u"half of them should get to %1 %2 before they meet their %3 bad one"_s.arg(
            wording::featureOf(assessment.scenario.words).useCase.singular, countText(uses->median),
            wording::ordinal(assessment.scenario.badBeforeLeaving));
}

} // namespace

QString productMetricSentence(const AnswerMaterial &material)
{
    if (const QString metric = written(material.text.productMetric); !metric.isEmpty())
        return wording::asSentence(metric);
    const wording::Feature feature = featureOf(material);
    // When they meet bad ones is told of one threshold.
    const QString untilBad = material.review ? QString() : untilBadMetric(material.assessment);
    if (!untilBad.isEmpty())
        return u"We will know by %1: %2."_s.arg(feature.person.plural, untilBad);
    return u"We will know by %3: how many %1 %2 are wrong, and how many %3 come back."_s.arg(
            feature.raised.plural, feature.done, feature.person.plural);
}

QStringList rollbackSentences(const AnswerMaterial &material, int of)
{
    const RollbackTrigger &trigger = material.rollback;
    const wording::Feature feature = watchedFeature(material);
    QStringList sentences;
    if (trigger.rule)
        sentences << wording::rollbackLimitsSentence(*trigger.rule, feature)
                  << wording::rollbackPromiseSentence(*trigger.rule, of);
    else
        sentences.append(noRuleSentence(material));
    if (const QString guards = wording::guardsSentence(trigger, feature); !guards.isEmpty())
        sentences.append(guards);
    if (const QString rollback = written(material.text.rollback); !rollback.isEmpty())
        sentences.append(wording::asSentence(rollback));
    return sentences;
}

QStringList spokenRollback(const AnswerMaterial &material)
{
    const RollbackTrigger &trigger = material.rollback;
    QStringList sentences;
    if (trigger.rule) {
        const RollbackRule &rule = *trigger.rule;
        const QString sooner = looksText(earlyLooks(rule), [](const RollbackLook &look) {
            return inFirst(countText(look.rollBackAt), look.shown);
        });
        // In one: the rule is no rule without what it promises.
        sentences.append(
                u"Of the first %1 %2, we roll back at %3%4. That sends back %5 equally good launches by chance and catches %6 worse ones."_s
                        .arg(countText(rule.looks.back().shown), watchedFeature(material).done,
                             wording::lastLimit(rule),
                             sooner.isEmpty() ? QString() : u"; sooner at "_s + sooner,
                             wording::shareText(rule.goodRolledBackAtMost, hundred),
                             wording::shareText(rule.bad.rolledBack, hundred)));
    } else {
        sentences.append(noRuleSentence(material));
    }
    if (const QString shown = wording::shownLimit(trigger.shown, watchedFeature(material));
        !shown.isEmpty())
        sentences.append(u"We also stop and look if %1."_s.arg(shown));
    return sentences;
}

QStringList loopSentences(const AnswerMaterial &material)
{
    const LearningQuestion question;
    const FeatureWords &words = material.assessment.scenario.words;
    QStringList sentences{wording::learnLoopSentence(words),
                          wording::learnAuditSentence(learningPlan(material.assessment, question),
                                                      question, words)};
    sentences.removeAll(QString());
    return sentences;
}

QString rollbackAssumption(const AnswerMaterial &material)
{
    const RollbackTrigger &trigger = material.rollback;
    if (!trigger.rule)
        return {};
    const RollbackRule &rule = *trigger.rule;
    const wording::Feature feature = watchedFeature(material);
    const bool half = std::abs(rule.wrongIfBad - 1.5 * rule.wrong) < 1e-9;
    const SharePair pair = inOneDenominator(rule.wrong, rule.wrongIfBad);
    const Proportion wrong = *watchedWrong(material);
    const bool noneWrong = wrong.value == 0.0;
    QStringList sentences{
            u"The rule for wrong ones tells %1 of %2 %8%3 from %4 (%5), by Wald's limits (1945) at a few looks, and its promise is worked out exactly for cases that do not depend on each other: it ends after %6 on average if the release is good, and %7 if it is bad."_s
                    .arg(pair.one, countText(pair.of),
                         noneWrong
                                 ? u" (the upper end of the interval, since none was wrong here)"_s
                                 : u""_s,
                         pair.other, half ? u"half as many again"_s : u"a third fewer right ones"_s,
                         countText(std::round(rule.good.meanShown)),
                         countText(std::round(rule.bad.meanShown)), feature.done)};
    const QString among = wording::rollbackAmongText(rule, feature);
    if (rule.designEffect > 1.0)
        sentences.append(
                (wrong.clustersOf == ClusterOf::Day
                         ? u"Here they do: %1 %4 tell as much as 10 of different %2, so all numbers are %3 times as large as for those%5."_s
                         : u"Here they do: %1 %4 may tell no more than 10 of different %2, which is the cautious end of what these data say, so all numbers are %3 times as large as for those%5."_s)
                        .arg(countText(std::round(10.0 * rule.designEffect)),
                             wording::clustersNoun(wrong.clustersOf, feature.person).plural,
                             wording::numberText(rule.designEffect, 1), feature.done,
                             among.isEmpty() ? among : u", "_s + among));
    if (const QString keep = looksText(earlyLooks(rule), keepText); !keep.isEmpty())
        sentences.append(
                u"With no more than %1 wrong it is kept, and nobody need check further."_s.arg(
                        keep));
    if (trigger.goodRolledBackAtUpperEnd && !noneWrong)
        sentences.append(
                u"If the share of wrong ones now lies at the upper end of its interval, %1 launches as good as that are taken back."_s
                        .arg(wording::shareText(*trigger.goodRolledBackAtUpperEnd, hundred)));
    if (trigger.shown || trigger.late)
        sentences.append(
                u"A quarter up or down in how often something is %1, or more than chance strays, makes us look: an unchanged release does so in %2."_s
                        .arg(feature.done, falseAlarms(trigger)));
    sentences.append(u"These steps are our choice, not a finding."_s);
    return sentences.join(u' ');
}

} // namespace oneinn::report
