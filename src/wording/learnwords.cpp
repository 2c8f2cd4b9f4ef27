// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/learnwords.h"

#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/releasewords.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int learnHundred = 100;
constexpr double daysOfAWeek = 7.0;

QString guessText(const LearningPlan &plan, const Feature &feature)
{
    if (!plan.silentIsGuessed)
        return u" (as in this file)"_s;
    // Some of them have a label, though those may be no sample of all.
    if (plan.toAudit < plan.silent)
        return u" (a guess)"_s;
    return u" (a guess: half as many as among those %1)"_s.arg(feature.done);
}

QString auditText(const LearningPlan &plan, const LearningQuestion &question,
                  const Feature &feature)
{
    const QString within = shareText(question.within, learnHundred);
    if (!plan.audit)
        return u"No audit can be planned here: that needs some that are %1 and right, and some that are not %1."_s
                .arg(feature.done);
    const AuditPlan &audit = *plan.audit;
    return u"To know within %1 what share of %2 is missed, label %3 of the %4 %9 ones%5, drawn "
           u"at "
           "random: about %6 of them should be %2%7%10. If none is, at most %8 of 100 are missed."_s
                   .arg(within, feature.positivesSaid(), countText(audit.label),
                        countText(plan.toAudit), question.usesAWeek ? u" of a week"_s : QString(),
                        countText(audit.expectedGood), guessText(plan, feature),
                        countText(std::ceil(learnHundred * (1.0 - audit.noneFoundLower))),
                        plan.toAudit < plan.silent ? u"silent and unlabelled"_s : u"silent"_s)
                   .arg(audit.isFloor
                                ? u"; fewer would do for that, but would find too few to rely on"_s
                                : QString());
}

/// How soon a better threshold could be chosen.
QString anewText(const LearningPlan &plan)
{
    if (!plan.weeksToChooseAnew)
        return {};
    return u"With this audit every week, a threshold could be chosen anew as surely as from this file after %1 at the latest: by then as many of both kinds have a label as in it."_s
            .arg(durationText(*plan.weeksToChooseAnew));
}

} // namespace

QStringList learnSentences(const LearningPlan &plan, const LearningQuestion &question,
                           const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    QStringList sentences{
            groupSentence(plan.group,
                          question.usesAWeek ? std::optional(plan.uses / daysOfAWeek)
                                             : std::nullopt,
                          words),
            u"Of %1%2, %3 bring a label, sooner or later, since something is %4; the other %5 bring none by themselves."_s
                    .arg(counted(plan.uses, feature.useCase),
                         question.usesAWeek ? u" a week"_s : u" as in this file"_s,
                         countText(plan.shown), feature.done, countText(plan.silent)),
            u"So how many %1 are wrong is learnt by itself. What is missed is not: nobody looks at what it is silent about, and whoever trains on these labels alone trains on what it chose itself."_s
                    .arg(feature.done),
            auditText(plan, question, feature),
            u"These labels alone can show that fewer should be %1. That more should be, only the audit can show: it labels what lies below the line."_s
                    .arg(feature.done),
            anewText(plan)};
    sentences.removeAll(QString());
    return sentences;
}

LearnBarNames learnBarNames(const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    return {u"%1: each brings a label, sooner or later"_s.arg(capitalised(feature.done)),
            u"Not %1: bring none by themselves"_s.arg(feature.done),
            u"Of these, to be labelled, drawn at random"_s};
}

QString learnLoopSentence(const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    return u"It learns from what is done with %1 that was %2; %3 that it misses it never sees, unless somebody looks where nothing was %2."_s
            .arg(withArticle(feature.raised.singular), feature.done,
                 withArticle(feature.positive.singular));
}

QString learnAuditSentence(const LearningPlan &plan, const LearningQuestion &question,
                           const FeatureWords &words)
{
    if (!plan.audit)
        return {};
    const Feature feature = featureOf(words);
    const bool every = plan.audit->label >= plan.toAudit;
    return u"An audit mends that: to know within %1 what share is missed, label %2 of the %3 where nothing was %4%5."_s
            .arg(shareText(question.within, learnHundred),
                 every ? u"every one"_s : countText(plan.audit->label),
                 counted(plan.toAudit, feature.useCase), feature.done,
                 every ? QString() : u", drawn at random"_s);
}

} // namespace oneinn::wording
