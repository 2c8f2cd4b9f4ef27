// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/releasewords.h"
#include "wording/rollbackrulewords.h"

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

QString keepSentence(const RollbackRule &rule)
{
    const QString early = looksText(earlyLooks(rule), [](const RollbackLook &look) {
        return look.keepUpTo
                ? u"%1 in %2"_s.arg(*look.keepUpTo == 0 ? u"none"_s : countText(*look.keepUpTo),
                                    countText(look.shown))
                : QString();
    });
    return u"It is kept, and nobody need check further, once the last limit can no longer be reached%1."_s
            .arg(early.isEmpty() ? early : u", or with so few wrong ones: "_s + early);
}

namespace {

/// Why it takes more than cases that do not depend on each other would; empty: it does not.
QString enlargedSentence(const RollbackRule &rule, const Feature &feature)
{
    if (!(rule.designEffect > 1.0))
        return {};
    QString sentence =
            u"%1 of one %2 or one day are alike, and tell less than as many apart: so it takes %3 times as many"_s
                    .arg(capitalised(feature.raised.plural), feature.person.singular,
                         numberText(rule.designEffect, 1));
    if (const QString among = rollbackAmongText(rule, feature); !among.isEmpty())
        sentence += u", "_s + among;
    return sentence + u'.';
}

} // namespace

QStringList ruleSentences(const RollbackTrigger &trigger, bool mostlyWrong,
                          const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    QStringList sentences;
    if (trigger.rule)
        sentences << u"This is the rollback rule."_s
                  << rollbackLimitsSentence(*trigger.rule, feature) << keepSentence(*trigger.rule)
                  << rollbackPromiseSentence(*trigger.rule, 100)
                  << enlargedSentence(*trigger.rule, feature);
    else
        sentences << noRollbackRuleSentence(*trigger.noRule, mostlyWrong, feature);
    if (const QString guards = guardsSentence(trigger, feature); !guards.isEmpty())
        sentences << guards;
    sentences.removeAll(QString());
    return sentences;
}

QString ruleFromSentence(const ReleasePlan &plan, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    if (!plan.rollback.rule || plan.stages.empty() || plan.ruleFrom == 0)
        return {};
    if (!plan.ruleFrom)
        return u"With about %1 in all its numbers do not hold: what one %2 is shown is alike, and chance alone would go over a limit more often, or hide that it is bad."_s
                .arg(counted(*peopleIn(plan.stages.back()), feature.person),
                     feature.person.singular);
    return u"Count for it, and for the limits after it, from %1 on: the few %2 who meet it before are no ground to roll back or to keep it."_s
            .arg(stageName(plan.stages[*plan.ruleFrom], words), feature.person.plural);
}

} // namespace oneinn::wording
