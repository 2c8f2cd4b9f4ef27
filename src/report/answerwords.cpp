// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/answerwords.h"

#include "core/experience/naturalfrequency.h"
#include "core/policies/ownthresholds.h"
#include "wording/combinationwords.h"
#include "wording/datalimitwords.h"
#include "wording/experiencewords.h"
#include "wording/frequency.h"
#include "wording/limitwords.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/ownbudgetwords.h"
#include "wording/ownthresholdwords.h"
#include "wording/phrases.h"
#include "wording/trafficwords.h"

#include <cmath>

namespace oneinn::report {

using namespace Qt::Literals::StringLiterals;
using wording::countText;
using wording::ShareForm;
using wording::ShareGrammar;

namespace {

QString answererClause(const Scenario &scenario, bool lowerIsPositive)
{
    const auto &model = scenario.selection.model;
    if (QString operated = wording::operatedPhrase(scenario, lowerIsPositive); !operated.isEmpty())
        return operated;
    return model && !model->empty() ? u"The model is "_s + wording::nameText(*model) : QString();
}

/// No single score decides; each segment's is told beside it. Empty where one does.
QString ownThresholdsSaid(const AnswerMaterial &material)
{
    const auto *own = thresholdsBySegment(material.assessment.scenario.combination);
    if (!own || own->values.size() < 2)
        return {};
    return u"%1 from a score of each %2's own"_s.arg(featureOf(material).raised.plural,
                                                     wording::nameText(own->column));
}

} // namespace

QString written(const std::string &words)
{
    return wording::visible(QString::fromStdString(words).simplified());
}

QString inARow(QStringList sentences)
{
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

QString plainNumber(double value)
{
    return wording::plainNumberText(value);
}

QString quoted(const QString &name)
{
    return QChar(0x201C) + name + QChar(0x201D);
}

wording::Feature featureOf(const AnswerMaterial &material)
{
    return wording::featureOf(material.assessment.scenario.words);
}

bool nothingIsShown(const Assessment &assessment)
{
    return !assessment.experience[Share::WrongOfShown];
}

bool hasValues(const Scenario &scenario)
{
    const OutcomeValues &values = scenario.values;
    return values.tp() != 0.0 || values.fp() != 0.0 || values.fn() != 0.0 || values.tn() != 0.0
            || values.late() != 0.0;
}

QString baseRateClause(const Assessment &assessment)
{
    return wording::trafficText(assessment, wording::Voice::Ours);
}

QString thresholdIn(const Assessment &assessment, bool lowerIsPositive)
{
    const Threshold threshold = assessment.scenario.threshold;
    if (std::isinf(threshold.value))
        return (threshold.value > 0.0 ? u"none "_s : u"all "_s)
                + wording::featureOf(assessment.scenario.words).done;
    return wording::thresholdText(threshold, assessment.sameDecisions, lowerIsPositive);
}

QString operatedBriefly(const AnswerMaterial &material)
{
    const Scenario &scenario = material.assessment.scenario;
    const bool lower = material.provenance.lowerIsPositive;
    if (ownThresholdsSaid(material).isEmpty())
        return wording::operatedPhrase(scenario, lower);
    QStringList parts{wording::ownThresholdsList(*thresholdsBySegment(scenario.combination),
                                                 scenario.threshold, lower),
                      wording::ownBudgetsPhrase(scenario)};
    parts.removeAll(QString());
    return parts.join(u"; "_s);
}

QString shownPhrase(const AnswerMaterial &material)
{
    const Assessment &assessment = material.assessment;
    const double threshold = assessment.scenario.threshold.value;
    const wording::Feature feature = featureOf(material);
    const wording::Noun &noun = feature.raised;
    if (std::isinf(threshold))
        return threshold > 0.0 ? u"no "_s + noun.plural : feature.everyOne();
    if (assessment.metrics.alertRate == 1.0)
        return feature.everyOne();
    QString ownPhrase = ownThresholdsSaid(material);
    if (!ownPhrase.isEmpty())
        return ownPhrase;
    const bool lower = material.provenance.lowerIsPositive;
    return (lower ? u"%1 with a score of %2 or less"_s : u"%1 from a score of %2 up"_s)
            .arg(noun.plural, thresholdIn(assessment, lower));
}

QString latePhrase(const Scenario &scenario)
{
    if (!scenario.budget)
        return {};
    const QString budget = wording::budgetSaid(scenario);
    const wording::Feature feature = wording::featureOf(scenario.words);
    QString nothing = u"after %1 nothing is %2"_s.arg(budget, feature.done);
    switch (scenario.latePolicy) {
    case LatePolicy::Wait:
        return u"an answer that takes longer than %1 is waited for"_s.arg(budget);
    case LatePolicy::ShowNothing:
        return nothing;
    case LatePolicy::Unanswered:
        return u"after %1 %2 counts as unanswered"_s.arg(
                budget, wording::withArticle(feature.useCase.singular));
    case LatePolicy::FallBack:
        return scenario.fallback ? u"after %1 we %2 what %3 says"_s.arg(
                       budget, feature.verb, wording::nameText(scenario.fallback->model))
                                 : nothing;
    }
    Q_UNREACHABLE();
}

QString choiceSentence(const AnswerMaterial &material)
{
    const Scenario &scenario = material.assessment.scenario;
    const QString said = material.review ? u"Without a person we %1 %2."_s : u"We %1 %2."_s;
    QStringList sentences{said.arg(featureOf(material).verb, shownPhrase(material))};
    const QString model = answererClause(scenario, material.provenance.lowerIsPositive);
    const QString late = latePhrase(scenario);
    if (nothingIsShown(material.assessment))
        return sentences.first();
    if (!model.isEmpty())
        sentences.append(
                wording::asSentence(late.isEmpty() ? model : u"%1; %2"_s.arg(model, late)));
    else if (!late.isEmpty())
        sentences.append(wording::asSentence(late));
    return sentences.join(u' ');
}

QString limitSentence(const AnswerMaterial &material)
{
    const QString beyond = wording::brokenLimitNames(material.assessment);
    const QString said =
            material.review ? u"Without a person this is beyond %1."_s : u"This is beyond %1."_s;
    return beyond.isEmpty() ? QString() : said.arg(beyond);
}

QString shareClause(const Proportion &share, const ShareGrammar &grammar)
{
    const int of = wording::denominatorOf(share, grammar);
    switch (wording::shareFormOf(share)) {
    case ShareForm::Counts:
    case ShareForm::TooFew:
        return wording::shareDetail(share, grammar);
    case ShareForm::None:
        return wording::allHoldNot(share.all.rows, grammar);
    case ShareForm::Every:
        return wording::noneHoldsNot(share.all.rows, grammar);
    case ShareForm::Wide:
        return u"%1 of %2 %3 %4"_s.arg(wording::betweenText(share.interval, of), countText(of),
                                       grammar.many, grammar.manyHold);
    case ShareForm::Stated:
        return u"%1 %2 %3"_s.arg(wording::shareText(share.value, of), grammar.many,
                                 countOf(share.value, of) == 1 ? grammar.oneHolds
                                                               : grammar.manyHold);
    }
    Q_UNREACHABLE();
}

QString spokenClause(const Proportion &share, const ShareGrammar &grammar)
{
    using Kind = NaturalFrequency::Kind;
    if (wording::shareFormOf(share) != ShareForm::Stated)
        return shareClause(share, grammar);
    const NaturalFrequency frequency = naturalFrequency(share.value);
    const QString told = wording::frequencyText(share.value, grammar.limit);
    const QString often = told == wording::frequencyText(frequency) ? u"about "_s + told : told;
    switch (frequency.kind) {
    case Kind::AInB:
        return u"%1 %2 %3"_s.arg(often, grammar.many,
                                 frequency.a == 1 ? grammar.oneHolds : grammar.manyHold);
    case Kind::Half:
        return u"%1 of the %2 %3"_s.arg(often, grammar.many, grammar.manyHold);
    case Kind::AlmostEvery:
        return u"almost every %1 %2"_s.arg(grammar.one, grammar.oneHolds);
    case Kind::Rare:
    case Kind::NoneSeen:
    case Kind::EveryOne:
        return shareClause(share, grammar);
    }
    Q_UNREACHABLE();
}

ShareGrammar missedGrammar(const Assessment &assessment)
{
    ShareGrammar grammar = wording::missedGrammar(assessment);
    grammar.oneHolds = u"is missed"_s;
    grammar.manyHold = u"are missed"_s;
    return grammar;
}

QString missClause(const Assessment &assessment)
{
    const auto &missed = assessment.experience[Share::Missed];
    const ShareGrammar grammar = missedGrammar(assessment);
    if (wording::isSilentUnknown(assessment))
        return u"what we miss cannot be told, since labels are missing by the score"_s;
    if (!missed)
        return u"there are no %1 to miss"_s.arg(grammar.many);
    switch (wording::shareFormOf(*missed)) {
    case ShareForm::Stated:
        return u"we miss %1 %2"_s.arg(wording::shareText(missed->value), grammar.many);
    case ShareForm::None:
        return u"we miss none of %1 %2"_s.arg(countText(missed->all.rows), grammar.many);
    case ShareForm::Every:
        return u"we miss every %1"_s.arg(grammar.one);
    case ShareForm::Counts:
    case ShareForm::TooFew:
    case ShareForm::Wide:
        return shareClause(*missed, grammar);
    }
    Q_UNREACHABLE();
}

QString ratioClause(double wrongInMisses)
{
    const bool missIsWorse = wrongInMisses < 1.0;
    const QString times = plainNumber(missIsWorse ? 1.0 / wrongInMisses : wrongInMisses);
    if (times == u"1")
        return u"a wrong one is as bad as a miss"_s;
    return missIsWorse ? u"a miss is as bad as %1 wrong ones"_s.arg(times)
                       : u"a wrong one is as bad as %1 misses"_s.arg(times);
}

QString costRatioClause(const Assessment &assessment)
{
    const OutcomeValues &values = assessment.scenario.values;
    const double wrong = values.tn() - values.fp();
    const double miss = values.tp() - values.fn();
    const bool comparable = wrong > 0.0 && miss > 0.0 && std::isnormal(wrong / miss);
    return comparable ? ratioClause(wrong / miss) : QString();
}

QString costRatioReason(const Assessment &assessment)
{
    const OutcomeValues &values = assessment.scenario.values;
    const bool asStated = (values.tp() == 0.0 || values.fn() == 0.0)
            && (values.tn() == 0.0 || values.fp() == 0.0);
    if (asStated || costRatioClause(assessment).isEmpty())
        return {};
    const auto text = [](double value) { return wording::signedText(value, 3); };
    return u"it turns %1 into %2, a wrong one %3 into %4"_s.arg(
            text(values.tp()), text(values.fn()), text(values.tn()), text(values.fp()));
}

QString valuesSentence(const Assessment &assessment)
{
    const Scenario &scenario = assessment.scenario;
    if (!hasValues(scenario))
        return u"Nobody has said what an outcome is worth, so nothing here is weighed by value."_s;
    const OutcomeValues &values = scenario.values;
    const wording::Feature feature = wording::featureOf(scenario.words);
    const auto text = [](double value) { return wording::signedText(value, 3); };
    QString sentence =
            u"A right one %1 is worth %2, a wrong one %3, %4 missed %5 and %6 %7 %8"_s.arg(
                    feature.done, text(values.tp()), text(values.fp()),
                    wording::withArticle(feature.positiveSaid()), text(values.fn()),
                    wording::withArticle(feature.negativeSaid()),
                    feature.namesPositives ? u"left alone"_s : u"not "_s + feature.done,
                    text(values.tn()));
    const bool anyoneGoes = scenario.latePolicy == LatePolicy::Unanswered
            || !scenario.patience.everyoneWaits() || assessment.experience.anyLost();
    if (anyoneGoes)
        sentence += u", %1 without an answer or without its %2 %3"_s.arg(
                wording::withArticle(feature.useCase.singular), feature.person.singular,
                text(values.late()));
    const QString unit = feature.unit.isEmpty() ? QString() : u" (in %1)"_s.arg(feature.unit);
    return sentence + unit + u": our assumption."_s;
}

} // namespace oneinn::report
