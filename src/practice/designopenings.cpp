// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practiceopenings.h"

#include "practice/practicefacts.h"
#include "practice/practiceplaces.h"
#include "report/answerwords.h"
#include "report/verdictprose.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

namespace oneinn {

using namespace Qt::StringLiterals;
using report::AnswerMaterial;

namespace {

/// How much work the feature hands to a person.
QString looksOf(const AnswerMaterial &material)
{
    const auto shown = material.assessment.experience[Share::Shown];
    if (!shown)
        return {};
    const wording::Feature feature = report::featureOf(material);
    return u"%1 have to be looked at; all others the model decides alone, also those that it "
           "misses."_s.arg(wording::shareText(shown->value) + u' ' + feature.useCase.plural);
}

QStringList beginWithTheWait(const AnswerMaterial &material)
{
    const QString late = placeSaid(u"late"_s, material);
    const QString policy = report::latePhrase(material.assessment.scenario);
    return {u"I begin with how long a person waits, since an answer that nobody waits for is no "
            "answer."_s,
            late,
            policy.isEmpty() ? u"There is no limit yet: the first thing to design is what happens "
                               "when the answer is not there in time."_s
                             : wording::asSentence(policy),
            u"The model comes after that: it may be as large as that limit lets it be."_s};
}

} // namespace

QStringList designOpening(int number, const AnswerMaterial &material)
{
    const wording::Feature feature = report::featureOf(material);
    switch (number) {
    case 1:
        return {u"I begin with the %1 and with what goes wrong for them, and not with a model."_s
                        .arg(feature.person.plural),
                placeSaid(u"Base"_s, material)};
    case 2:
        return {u"Before anything is built, somebody has to say what a wrong one costs and what a "
                "missed one, since the threshold follows from that and from nothing else."_s,
                report::whatChangesOurMind(material, false)};
    case 3:
        return {u"It needs a model only if one does better than the rules on the same %1: let both "
                "decide on these, and hold them against each other and against doing nothing."_s
                        .arg(feature.useCase.plural),
                u"Where they cannot be told apart, keep the rules: everybody can read them."_s};
    case 4:
        return beginWithTheWait(material);
    case 5:
        return {u"The model decides what is clear, and a person where being wrong costs most."_s,
                looksOf(material),
                u"So the first number to design is how many a person can look at in a day, and the "
                "threshold comes from that."_s};
    default:
        return {u"What nobody reports has to be looked for."_s, placeSaid(u"missed"_s, material),
                u"So a few of those where nothing was %1 are drawn at random and labelled, each "
                "week, for as long as the feature runs."_s.arg(feature.done)};
    }
}

} // namespace oneinn
