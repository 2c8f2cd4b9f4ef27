// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practiceopenings.h"

#include "core/assessment.h"
#include "core/periods/dropped.h"
#include "practice/practicefacts.h"
#include "practice/practicewaits.h"
#include "report/answerwords.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

namespace oneinn {

using namespace Qt::StringLiterals;
using report::AnswerMaterial;

namespace {

/// What a segment that is far worse does to the whole, worked out and not found.
QString hiddenSegment(const AnswerMaterial &material)
{
    constexpr double part = 0.1; ///< of what is shown
    constexpr double half = 0.5;
    constexpr int thousand = 1000;
    const auto wrong = material.assessment.experience[Share::WrongOfShown];
    if (!wrong || wrong->reliability != Reliability::Stated || wrong->value <= 0.0)
        return {};
    const bool doubles = wrong->value <= half;
    const double worse = doubles ? wrong->value : half * (1.0 - wrong->value);
    return u"If 1 in 10 of those %1 came from a segment with %2, the whole would only go from %3 "
           "wrong to %4."_s.arg(report::featureOf(material).done,
                                doubles ? u"twice as many wrong ones"_s
                                        : u"half as many right ones"_s,
                                wording::shareText(wrong->value, thousand),
                                wording::shareText(wrong->value + part * worse, thousand));
}

/// More of what is looked for, as the card has it; between two periods as these have it.
QStringList otherBaseRate(const AnswerMaterial &material)
{
    const wording::Feature feature = report::featureOf(material);
    const auto &now = material.assessment.metrics.prevalence;
    const auto before = material.drop ? material.drop->dropped->usual->metrics.prevalence : now;
    if (now && before && *now < *before)
        return {u"With fewer %1 nothing breaks that anybody sees at once: at the same threshold as "
                "much is %2 for nothing as before, and it is a larger part of what is %2."_s.arg(
                        feature.positive.plural, feature.done),
                actsSaid(material)};
    return {u"What breaks first is the amount: with more %1, more is %2 at the same threshold, and "
            "whoever looks at it cannot keep up."_s.arg(feature.positive.plural, feature.done),
            actsSaid(material),
            material.drop
                    ? QString()
                    : u"If the scores mean what they meant, then I set the threshold anew."_s};
}

/// It is the waits that failed, so they are told before anything is ruled out.
QStringList slowerSinceTheRelease(const AnswerMaterial &material)
{
    return {u"If the release is all that changed, then back first and the reason afterwards: going "
            "back costs least while nobody knows more."_s,
            u"If the old one takes as long today, then not: it is the load, and not the release."_s,
            u"What failed is the wait, so that is what I measure first, on the old one and on the "
            "new one."_s,
            waitsFact(material), placeSaid(u"late"_s, material)};
}

} // namespace

QStringList failureOpening(int number, const AnswerMaterial &material)
{
    const wording::Feature feature = report::featureOf(material);
    switch (number) {
    case 1:
        return {u"I look in this order, what is ruled out soonest first: the data, the base rate, "
                "drift, the model, the system."_s};
    case 2:
        return {u"Nothing was released, so the model is the same and the world is not, or the data "
                "are not: I count the %1 first, and what is missing among what comes in."_s.arg(
                        feature.positive.plural),
                u"Today I lower the threshold if that is worth its price, and say which price."_s};
    case 3:
        return slowerSinceTheRelease(material);
    case 4:
        return {u"Both may be: accuracy counts all %1 alike, also those of which nobody notices "
                "anything."_s.arg(feature.useCase.plural),
                silenceFact(material),
                u"What people see is how many of those %1 are wrong, so that is what I look at."_s
                        .arg(feature.done)};
    case 5:
        return otherBaseRate(material);
    default:
        return {u"An average hides it."_s, hiddenSegment(material),
                u"I look at each segment by itself, and call one different only where the data are "
                "enough to say so: Options, Segments, or 'one-in-n-cli segments'."_s,
                u"If one is, then whoever is in it gets a threshold of their own until the cause "
                u"is "
                "known."_s};
    }
}

} // namespace oneinn
