// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/sayit.h"

#include "core/policies/ownthresholds.h"
#include "wording/combinationwords.h"
#include "wording/conditionwords.h"
#include "wording/datalimitwords.h"
#include "wording/experiencewords.h"
#include "wording/feature.h"
#include "wording/limitwords.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/ownbudgetwords.h"
#include "wording/phrases.h"
#include "wording/policynames.h"
#include "wording/shareline.h"
#include "wording/trafficwords.h"
#include "wording/untilbadwords.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

bool nothingIsShown(const Scenario &scenario)
{
    return std::isinf(scenario.threshold.value) && scenario.threshold.value > 0.0;
}

/// "13 of 100 suggestions shown are wrong", as far as the gate allows.
QString spokenShare(const Proportion &share, const ShareGrammar &grammar)
{
    const int of = denominatorOf(share, grammar);
    const ShareForm form = shareFormOf(share);
    if ((form == ShareForm::Wide || form == ShareForm::Stated) && isOfFewerRows(share, of))
        return u"%1 of %2 %3 %4"_s.arg(countText(share.yes.rows), countText(share.all.rows),
                                       grammar.many,
                                       share.yes.rows == 1.0 ? grammar.oneHolds : grammar.manyHold);
    switch (form) {
    case ShareForm::Counts:
        return shareDetail(share, grammar) + u" (too few cases to say more)"_s;
    case ShareForm::TooFew:
        return shareDetail(share, grammar) + u" (too few cases to say more closely)"_s;
    case ShareForm::None:
        return allHoldNot(share.all.rows, grammar);
    case ShareForm::Every:
        return noneHoldsNot(share.all.rows, grammar);
    case ShareForm::Wide:
        return u"%1 of %2 %3 %4"_s.arg(betweenText(share.interval, of), countText(of), grammar.many,
                                       grammar.manyHold);
    case ShareForm::Stated:
        return u"%1 %2 %3"_s.arg(shareText(share.value, of), grammar.many,
                                 countOf(share.value, of) == 1 ? grammar.oneHolds
                                                               : grammar.manyHold);
    }
    return {};
}

QString wrongSpoken(const Assessment &assessment)
{
    const auto &wrong = assessment.experience[Share::WrongOfShown];
    if (!wrong)
        return nothingIsShown(assessment.scenario)
                ? u"there is nothing to be right or wrong about"_s
                : u"nothing is %1, so there is nothing to be right or wrong about"_s.arg(
                        featureOf(assessment.scenario.words).done);
    const ShareGrammar grammar = wrongGrammar(assessment);
    const QString spoken = spokenShare(*wrong, grammar);
    const auto frequency = naturalFrequency(wrong->value);
    const bool says1InN = shareFormOf(*wrong) == ShareForm::Stated
            && (frequency.kind == NaturalFrequency::Kind::AInB
                || frequency.kind == NaturalFrequency::Kind::Half);
    const QString beyond = onlyWrongIsBroken(assessment) ? u"beyond the limit"_s : QString();
    if (!says1InN)
        return beyond.isEmpty() ? spoken : u"%1, %2"_s.arg(spoken, beyond);
    const QString often = frequencyText(wrong->value, grammar.limit);
    const QString about = often == frequencyText(frequency) ? u"%1, about %2"_s.arg(spoken, often)
                                                            : u"%1, %2"_s.arg(spoken, often);
    return beyond.isEmpty() ? about : u"%1 and %2"_s.arg(about, beyond);
}

/// "for channel bank-transfer alone, "; empty for everyone.
QString forWhom(const Selection &selection)
{
    const QString group = groupText(selection.where);
    return group.isEmpty() ? QString() : u"for %1 alone, "_s.arg(group);
}

/// The threshold and what is assumed of the traffic: "a threshold of 0.60", "a base rate of ...".
QStringList settingParts(const Assessment &assessment, bool lowerIsPositive)
{
    const Scenario &scenario = assessment.scenario;
    const ThresholdsBySegment *own = thresholdsBySegment(scenario.combination);
    QStringList parts{own ? u"thresholds set by "_s + nameText(own->column)
                          : u"a threshold of "_s
                                      + thresholdText(scenario.threshold, assessment.sameDecisions,
                                                      lowerIsPositive)};
    if (!baseRateText(assessment).isEmpty())
        parts.append(u"a base rate of "_s + rateText(*scenario.baseRate));
    if (scenario.mix)
        parts.append(mixName(scenario));
    return parts;
}

/// What becomes of a late answer, where it is not shown: "nothing after 350 ms".
QString afterBudget(const Scenario &scenario)
{
    if (!scenario.budget || !ownBudgetsName(scenario).isEmpty())
        return {};
    const QString after = u" after "_s + budgetText(scenario.budget);
    if (scenario.latePolicy == LatePolicy::ShowNothing)
        return u"nothing"_s + after;
    const bool other = scenario.latePolicy == LatePolicy::FallBack && scenario.fallback;
    return other ? modelText(scenario.fallback->model) + after : QString();
}

/// Who answers; empty where the file names nobody. Thresholds of their own are told as such.
QString whoAnswers(const Scenario &scenario)
{
    const auto &model = scenario.selection.model;
    if (!model || model->empty())
        return {};
    return thresholdsBySegment(scenario.combination) ? modelText(*model) : answererName(scenario);
}

/// "With cloud-large at a threshold of 0.60 and nothing after 350 ms", "At a threshold of 0.60".
QString wholeSetting(const Assessment &assessment, bool lowerIsPositive)
{
    const Scenario &scenario = assessment.scenario;
    const QString model = whoAnswers(scenario);
    const QString late = afterBudget(scenario);
    if (nothingIsShown(scenario) || (model.isEmpty() && late.isEmpty()))
        return settingText(assessment, false, lowerIsPositive);
    QStringList parts = settingParts(assessment, lowerIsPositive);
    if (!late.isEmpty())
        parts.append(late);
    return u"With "_s + (model.isEmpty() ? QString() : model + u" at "_s) + joined(parts, u"and"_s);
}

/// The budget is named once.
ShareGrammar lateSpoken(const Assessment &assessment)
{
    ShareGrammar grammar = lateGrammar(assessment);
    if (afterBudget(assessment.scenario).isEmpty() || nothingIsShown(assessment.scenario))
        return grammar;
    grammar.oneHolds = u"is too late"_s;
    grammar.manyHold = u"are too late"_s;
    return grammar;
}

QString firstSentence(const Assessment &assessment, bool lowerIsPositive)
{
    const QString whom = forWhom(assessment.scenario.selection);
    QString setting = wholeSetting(assessment, lowerIsPositive);
    if (!whom.isEmpty() && !setting.isEmpty())
        setting[0] = setting.at(0).toLower();
    const QString sentence = whom + setting + u", "_s + wrongSpoken(assessment);
    const auto &missed = assessment.experience[Share::Missed];
    if (isSilentUnknown(assessment))
        return asSentence(sentence) + u' '
                + missedUnknownText(*assessment.labels, assessment.scenario.words);
    if (!missed)
        return asSentence(sentence);
    const QString separator =
            shareFormOf(*missed) == ShareForm::Stated || shareFormOf(*missed) == ShareForm::Wide
            ? u", and "_s
            : u"; "_s;
    return asSentence(sentence + separator + spokenShare(*missed, missedGrammar(assessment)));
}

QString untilBadSpoken(const Assessment &assessment)
{
    const auto &uses = assessment.experience.usesUntilBad;
    const auto &wrong = assessment.experience[Share::WrongOfUses];
    if (!uses || !wrong || wrong->reliability != Reliability::Stated
        || uses->median > mostCountableUses)
        return {};
    const Scenario &scenario = assessment.scenario;
    const int k = scenario.badBeforeLeaving;
    const Feature feature = featureOf(scenario.words);
    return u"If %1 give up after %2 bad %3, as we assume, half do by %4 %5, after %6."_s.arg(
            feature.person.plural, cardinal(k), k == 1 ? u"one"_s : u"ones"_s,
            feature.useCase.singular, countText(uses->median),
            durationText(uses->median / assessment.pace.usesPerWeek));
}

} // namespace

QString settingText(const Assessment &assessment, bool withBudget, bool lowerIsPositive)
{
    const Scenario &scenario = assessment.scenario;
    if (nothingIsShown(scenario))
        return u"With nothing "_s + featureOf(scenario.words).done;
    QStringList parts = settingParts(assessment, lowerIsPositive);
    if (withBudget && !ownBudgetsName(scenario).isEmpty())
        parts.append(u"budgets set by "_s + nameText(scenario.budgets->column));
    else if (withBudget && scenario.budget)
        parts.append(u"a budget of "_s + budgetText(scenario.budget));
    return u"At "_s + joined(parts, u"and"_s);
}

QString sayIt(const Assessment &assessment, const QString &carries, bool lowerIsPositive)
{
    QStringList sentences;
    if (!carries.isEmpty())
        sentences.append(carries);
    sentences.append(firstSentence(assessment, lowerIsPositive));
    const QString limits = brokenLimitNames(assessment);
    if (!limits.isEmpty() && !onlyWrongIsBroken(assessment))
        sentences.append(u"That is beyond %1."_s.arg(limits));
    if (const auto &late = assessment.experience[Share::Late])
        sentences.append(asSentence(spokenShare(*late, lateSpoken(assessment))));
    if (assessment.experience.anyFailed())
        sentences.append(asSentence(spokenShare(*assessment.experience[Share::Failed],
                                                grammarOf(Share::Failed, assessment))));
    if (assessment.experience.anyRefused())
        sentences.append(asSentence(spokenShare(*assessment.experience[Share::Refused],
                                                grammarOf(Share::Refused, assessment))));
    const QString untilBad = untilBadSpoken(assessment);
    if (!untilBad.isEmpty())
        sentences.append(untilBad);
    return sentences.join(u' ');
}

} // namespace oneinn::wording
