// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practiceopenings.h"

#include "practice/othersettings.h"
#include "practice/practicefacts.h"
#include "practice/practiceplaces.h"
#include "practice/practicesegments.h"
#include "practice/practicewaits.h"
#include "report/answerwords.h"
#include "report/verdictprose.h"
#include "wording/experiencewords.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/rollbackrulewords.h"

#include <optional>

namespace oneinn {

using namespace Qt::StringLiterals;
using report::AnswerMaterial;

namespace {

QStringList lossesOf(const AnswerMaterial &material)
{
    return report::spokenVerdict(material).losses;
}

/// What is wrong where everything is shown: the share of those that are no good.
QString everythingShown(const AnswerMaterial &material)
{
    const auto &good = material.assessment.metrics.prevalence;
    if (!good || *good <= 0.0 || *good >= 1.0)
        return {};
    const wording::Feature feature = report::featureOf(material);
    if (material.assessment.metrics.alertRate == 1.0)
        return u"We %1 %2 already, so that no threshold misses fewer."_s.arg(feature.verb,
                                                                             feature.everyOne());
    const QString all =
            u"To miss nothing for sure we would have to %1 %2: then %3 %4 %5 are wrong"_s.arg(
                    feature.verb, feature.everyOne(), wording::shareText(1.0 - *good),
                    feature.raised.plural, feature.done);
    const auto shown = showingAll(material);
    const QString worth = shown ? worthInstead(*shown, material) : QString();
    return worth.isEmpty() ? all + u'.' : u"%1, and %2."_s.arg(all, worth);
}

/// How many fewer that are, which is more than half of them where fewer are shown.
QString inNumber(const Assessment &half, const AnswerMaterial &material)
{
    constexpr int inThousand = 1000;
    const auto inUses = [](const Assessment &assessment) {
        const auto shown = assessment.experience[Share::Shown];
        const auto wrong = assessment.experience[Share::WrongOfShown];
        return shown && wrong ? std::optional(shown->value * wrong->value) : std::nullopt;
    };
    const auto now = inUses(material.assessment);
    const auto then = inUses(half);
    if (!now || !then)
        return {};
    const wording::SharePair pair = wording::inOneDenominator(*then, *now, inThousand);
    return u"By number that is %1 wrong in %2 %3 instead of %4."_s.arg(
            pair.one, wording::countText(pair.of), report::featureOf(material).useCase.plural,
            pair.other);
}

/// What half as many wrong ones cost, at the most valuable threshold that makes them half as many.
QStringList halfTheWrong(const AnswerMaterial &material)
{
    const auto half = withHalfTheWrong(material);
    if (!half)
        return {};
    const auto wrong = half->experience[Share::WrongOfShown];
    const auto missed = half->experience[Share::Missed];
    QString price = u"Then "_s + report::shareClause(*missed, report::missedGrammar(*half));
    if (const QString worth = worthInstead(*half, material); !worth.isEmpty())
        price += u", and "_s + worth;
    const wording::Feature feature = report::featureOf(material);
    return {u"We would then %1 %2 %3, and %4."_s.arg(
                    feature.verb, feature.raised.plural, fromScore(*half, material),
                    report::shareClause(*wrong, wording::wrongGrammar(*half))),
            inNumber(*half, material), price + u'.'};
}

/// Each threshold is chosen on a part of the uses alone.
QStringList thresholdsOfTheirOwn(const AnswerMaterial &material)
{
    const auto segment = askedSegment(material);
    if (!segment)
        return {};
    const QString many = report::featureOf(material).useCase.plural;
    return {u"One for each value of %1 makes %2 thresholds to choose and to watch in place of one, "
            "and each is chosen on its part of the %3 alone: %4, on %5 of them."_s.arg(
                    columnSaid(*segment), wording::countText(double(segment->values)), many,
                    whereSaid(*segment), wording::shareText(segment->share)),
            u"What that gains, judged on others than those that chose, is told in Options, "
            "Segments, or by 'one-in-n-cli segments'."_s};
}

QString ruleToday(const AnswerMaterial &material)
{
    const auto choice = placeText(u"choice"_s, material);
    return choice ? u"Today we %1, whoever it is."_s.arg(*choice) : QString();
}

QString lateToday(const AnswerMaterial &material)
{
    const QString policy = report::latePhrase(material.assessment.scenario);
    return policy.isEmpty() ? u"Today nobody is told that it is late: everybody waits for the "
                              "answer, however long that takes."_s
                            : wording::asSentence(u"today, "_s + policy);
}

} // namespace

QStringList tradeoffOpening(int number, const AnswerMaterial &material)
{
    const wording::Feature feature = report::featureOf(material);
    switch (number) {
    case 1:
        return QStringList{u"Whichever costs more, and pay with the other: one threshold moves "
                           "both, in opposite directions."_s}
        + lossesOf(material);
    case 2:
        return {u"Only if being right more often is worth more than what the wait "
                "loses: I would hold both against each other within the same limit."_s,
                placeSaid(u"late"_s, material)};
    case 3:
        return QStringList{u"Yes, if we say what it costs: with this model half as many wrong ones "
                           "means fewer %1 %2, and more %3 missed."_s.arg(
                                   feature.raised.plural, feature.done, feature.positivesSaid()),
                           u"I take it as half their share of those %1, and not half their number, "
                           "which fewer %2 bring by themselves."_s.arg(feature.done,
                                                                       feature.raised.plural),
                           placeSaid(u"missed"_s, material)}
        + halfTheWrong(material);
    case 4:
        return {u"No: what is never missed is bought with wrong ones without end."_s,
                everythingShown(material), placeSaid(u"wrong"_s, material)};
    case 5:
        return QStringList{u"One for all, until a segment is shown to differ for sure; then one of "
                           "its own, judged on %1 that did not choose it."_s.arg(
                                   feature.useCase.plural),
                           ruleToday(material)}
        + thresholdsOfTheirOwn(material);
    default:
        return {u"It depends on what a late answer is still worth: nothing where it comes too late "
                "to be used, a quicker guess where half an answer helps, a longer wait where only "
                "the whole one does."_s,
                lateToday(material), placeSaid(u"late"_s, material), longerWaitSaid(material)};
    }
}

} // namespace oneinn
