// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/rollbackwords.h"

#include "report/answerwords.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/untilbadwords.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace oneinn::report {

using namespace Qt::Literals::StringLiterals;
using wording::countText;

namespace {

constexpr int hundred = 100;

/// "the tenth in 25, the 14th in 50 or the 23rd in 100", with what writes the limits.
QString looksText(const std::vector<RollbackLook> &looks,
                  const std::function<QString(const RollbackLook &)> &look)
{
    QStringList parts;
    for (const RollbackLook &one : looks) {
        if (const QString part = look(one); !part.isEmpty())
            parts.append(part);
    }
    return wording::joined(parts, u"or"_s);
}

QString inFirst(const QString &what, int shown)
{
    return u"%1 in %2"_s.arg(what, countText(shown));
}

QString keepText(const RollbackLook &look)
{
    return look.keepUpTo ? inFirst(countText(*look.keepUpTo), look.shown) : QString();
}

std::vector<RollbackLook> earlyLooks(const RollbackRule &rule)
{
    return {rule.looks.begin(), rule.looks.end() - 1};
}

QString lastLimit(const RollbackRule &rule)
{
    return u"the %1 wrong one"_s.arg(wording::ordinal(rule.looks.back().rollBackAt));
}

QString limitsSentence(const RollbackRule &rule, const wording::Feature &feature)
{
    QString sentence = u"We check the first %1 %2 and roll back at %3"_s.arg(
            countText(rule.looks.back().shown), feature.done, lastLimit(rule));
    const auto early = earlyLooks(rule);
    const QString sooner = looksText(early, [](const RollbackLook &look) {
        return inFirst(u"the "_s + wording::ordinal(look.rollBackAt), look.shown);
    });
    if (!sooner.isEmpty())
        sentence += u", sooner at "_s + sooner;
    return sentence + u'.';
}

QString promiseSentence(const RollbackRule &rule, int of)
{
    const SharePair pair = inOneDenominator(rule.wrong, rule.wrongIfBad, of);
    return u"That takes back %1 equally good launches (%2 of %3 wrong) and finds %4 worse ones (%5 wrong)."_s
            .arg(wording::shareText(rule.goodRolledBackAtMost, of), pair.one, countText(pair.of),
                 wording::shareText(rule.bad.rolledBack, of), pair.other);
}

QString limitText(const VolumeLimits &limits, const QString &what, const QString &ofUses)
{
    const QString uses = countText(limits.uses) + u' ' + ofUses;
    if (limits.low && limits.high)
        return u"fewer than %1 or more than %2 of %3 %4"_s.arg(countText(*limits.low),
                                                               countText(*limits.high), uses, what);
    if (limits.low)
        return u"fewer than %1 of %2 %3"_s.arg(countText(*limits.low), uses, what);
    if (limits.high)
        return u"more than %1 of %2 %3"_s.arg(countText(*limits.high), uses, what);
    return {};
}

QString shownLimit(const RollbackTrigger &trigger, const wording::Feature &feature)
{
    return trigger.shown
            ? limitText(*trigger.shown, feature.actedAtAll().many, feature.useCase.plural)
            : QString();
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

QString noRuleSentence(const AnswerMaterial &material, NoRollbackRule reason)
{
    switch (reason) {
    case NoRollbackRule::NothingShown:
        return u"Nothing is %1, so nothing can go wrong: no limit is set on wrong ones."_s.arg(
                featureOf(material).done);
    case NoRollbackRule::AllWrong:
        return u"Every one %1 was wrong in these data, so there is no precision to keep."_s.arg(
                featureOf(material).done);
    case NoRollbackRule::TooRare: {
        const bool wrongIsRare = material.assessment.experience[Share::WrongOfShown]->value < 0.5;
        return u"So few are %1 that no check of up to %2 %3 would tell a bad release from a good one: no limit is set on wrong ones."_s
                .arg(wrongIsRare ? u"wrong"_s : u"right"_s, countText(RollbackPromise().mostShown),
                     featureOf(material).done);
    }
    case NoRollbackRule::TooFew:
        break;
    }
    return u"These cases are too few to set a limit on wrong ones: check the first 100 %1, then set it."_s
            .arg(featureOf(material).done);
}

} // namespace

QString productMetricSentence(const AnswerMaterial &material)
{
    if (const QString metric = written(material.text.productMetric); !metric.isEmpty())
        return wording::asSentence(metric);
    const wording::Feature feature = featureOf(material);
    const QString untilBad = untilBadMetric(material.assessment);
    if (!untilBad.isEmpty())
        return u"We will know by %1: %2."_s.arg(feature.person.plural, untilBad);
    return u"We will know by %3: how many %1 %2 are wrong, and how many %3 come back."_s.arg(
            feature.raised.plural, feature.done, feature.person.plural);
}

QStringList rollbackSentences(const AnswerMaterial &material, int of)
{
    const RollbackTrigger &trigger = material.rollback;
    const wording::Feature feature = featureOf(material);
    QStringList sentences;
    if (trigger.rule)
        sentences << limitsSentence(*trigger.rule, feature) << promiseSentence(*trigger.rule, of);
    else
        sentences.append(noRuleSentence(material, *trigger.noRule));
    QStringList guards{shownLimit(trigger, feature),
                       trigger.late ? limitText(*trigger.late, u"are answered too late"_s,
                                                feature.useCase.plural)
                                    : QString()};
    guards.removeAll(QString());
    if (!guards.isEmpty())
        sentences.append(u"We stop and look if %1."_s.arg(guards.join(u", or if "_s)));
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
                u"Of the first %1 %2, we roll back at %3%4. That sends back %5 equally good launches and catches %6 worse ones."_s
                        .arg(countText(rule.looks.back().shown), featureOf(material).done,
                             lastLimit(rule),
                             sooner.isEmpty() ? QString() : u"; sooner at "_s + sooner,
                             wording::shareText(rule.goodRolledBackAtMost, hundred),
                             wording::shareText(rule.bad.rolledBack, hundred)));
    } else {
        sentences.append(noRuleSentence(material, *trigger.noRule));
    }
    if (const QString shown = shownLimit(trigger, featureOf(material)); !shown.isEmpty())
        sentences.append(u"We also stop and look if %1."_s.arg(shown));
    return sentences;
}

QString rollbackAssumption(const AnswerMaterial &material)
{
    const RollbackTrigger &trigger = material.rollback;
    if (!trigger.rule)
        return {};
    const RollbackRule &rule = *trigger.rule;
    const wording::Feature feature = featureOf(material);
    const bool half = std::abs(rule.wrongIfBad - 1.5 * rule.wrong) < 1e-9;
    const SharePair pair = inOneDenominator(rule.wrong, rule.wrongIfBad);
    const Proportion wrong = *material.assessment.experience[Share::WrongOfShown];
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
    if (rule.designEffect > 1.0)
        sentences.append(
                u"Here they do: %1 %4 tell as much as 10 of different %2, so all numbers are %3 times as large as for those."_s
                        .arg(countText(std::round(10.0 * rule.designEffect)),
                             wording::clustersName(wrong),
                             wording::numberText(rule.designEffect, 1), feature.done));
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
