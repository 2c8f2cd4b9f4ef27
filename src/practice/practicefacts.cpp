// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practicefacts.h"

#include "practice/practiceplaces.h"
#include "practice/practicewaits.h"
#include "report/alternatives.h"
#include "report/answerwords.h"
#include "report/doubtprose.h"
#include "report/dropprose.h"
#include "report/rollbackwords.h"
#include "report/sections.h"
#include "report/verdictprose.h"
#include "wording/droplayerwords.h"
#include "wording/droprecoverywords.h"
#include "wording/experiencewords.h"
#include "wording/numbers.h"
#include "wording/pacewords.h"
#include "wording/phrases.h"
#include "wording/shareline.h"
#include "wording/untilbadwords.h"
#include "wording/valuewords.h"

#include <algorithm>

namespace oneinn {

using namespace Qt::StringLiterals;
using report::AnswerMaterial;
using wording::asSentence;

namespace {

/// What to do about a cause that nobody has found yet.
QString onlyIf(const QString &found, DropCause cause)
{
    QString remedy = wording::dropRecovery(cause);
    remedy[0] = remedy.at(0).toLower();
    return u"If %1, then %2"_s.arg(found, remedy);
}

QString placeSentence(const QString &place, const AnswerMaterial &material)
{
    return asSentence(placeText(place, material).value_or(QString()));
}

double rowsOf(const AnswerMaterial &material)
{
    return material.assessment.experience.shares.uses().uses().rows;
}

/// "20,000 payments were recorded"; of one "1 payment was recorded".
QString recorded(const AnswerMaterial &material)
{
    const double rows = rowsOf(material);
    return wording::counted(rows, report::featureOf(material).useCase)
            + (rows == 1.0 ? u" was recorded"_s : u" were recorded"_s);
}

/// What was found in a layer between two periods, and what to do about that; where no earlier
/// period is open, what to do about whatever may be found.
QString layerFact(DropLayer layer, const AnswerMaterial &material, const QString &unseen)
{
    if (!material.drop)
        return unseen;
    const Dropped &dropped = *material.drop->dropped;
    const FeatureWords &words = material.assessment.scenario.words;
    QStringList said{wording::dropLayerSentence(dropped, layer, words)};
    for (const DropRecovery &recovery : dropped.recoveries) {
        const bool isOfLayer = std::ranges::any_of(
                recovery.mends, [layer](DropCause cause) { return layerOf(cause) == layer; });
        if (isOfLayer)
            said.append(wording::dropRecoveryText(recovery, words,
                                                  material.provenance.lowerIsPositive));
    }
    return report::inARow(said);
}

} // namespace

bool hasWaits(const AnswerMaterial &material)
{
    const auto &slice = material.assessment.slice;
    return slice && !slice->index().latency().empty();
}

QString costFact(const AnswerMaterial &material)
{
    if (!report::hasValues(material.assessment.scenario))
        return u"Here nobody has said what an outcome is worth: say what you take it to be."_s;
    const QString ratio = report::costRatioClause(material.assessment);
    return ratio.isEmpty() ? QString() : u"Here it is taken that %1."_s.arg(ratio);
}

QString failuresFact(const AnswerMaterial &material)
{
    return report::inARow({placeSentence(u"wrong"_s, material),
                           placeSentence(u"missed"_s, material),
                           placeSentence(u"late"_s, material)});
}

QString carriesFact(const AnswerMaterial &material)
{
    const report::SpokenVerdict verdict = report::spokenVerdict(material);
    return verdict.headline.isEmpty()
            ? QString()
            : report::inARow(QStringList{u"What carries it here? "_s + verdict.headline}
                             + verdict.ofNamed);
}

QString choiceFact(const AnswerMaterial &material)
{
    return report::inARow({report::leadOf(material), report::beatenSentence(material)});
}

QString outcomeFact(const AnswerMaterial &material)
{
    const wording::Statement met =
            wording::untilBadStatement(material.assessment, wording::Voice::Ours);
    if (met.headline != wording::undefinedDash())
        return report::inARow({asSentence(met.headline), asSentence(met.detail)});
    return frequencyFact(material);
}

QString loopFact(const AnswerMaterial &material)
{
    return report::inARow(report::loopSentences(material));
}

QString launchFact(const AnswerMaterial &material)
{
    return report::inARow(report::spokenRollback(material));
}

QString stopFact(const AnswerMaterial &material)
{
    if (!material.drop)
        return launchFact(material);
    return report::inARow(
            {u"What was usual in %1 is the measure."_s.arg(material.drop->names.before),
             launchFact(usualMaterial(material))});
}

namespace {

/// At which threshold all of it is told; where the change is judged at another one, the sentence
/// before says at which.
QString oneThreshold(const AnswerMaterial &material)
{
    const auto choice = placeText(u"choice"_s, material);
    if (!choice)
        return {};
    const bool isOne =
            material.drop->dropped->threshold.kept == material.assessment.scenario.threshold;
    return isOne ? u"Both are told at one threshold, the one that was in use: we %1."_s.arg(*choice)
                 : u"What is told of %1 besides is at the threshold that is set now: we %2."_s.arg(
                         material.drop->names.after, *choice);
}

} // namespace

QString sinceFact(const AnswerMaterial &material)
{
    if (!material.drop)
        return {};
    return report::inARow({u"%1 is held against %2."_s.arg(material.drop->names.after,
                                                           material.drop->names.before),
                           report::inARow(report::dropSpoken(material)), oneThreshold(material)});
}

QString needFact(const AnswerMaterial &material)
{
    const Assessment &assessment = material.assessment;
    const auto &good = assessment.metrics.prevalence;
    QString silence = silenceFact(material);
    if (!good || !report::hasValues(assessment.scenario))
        return silence;
    const OutcomeValues &values = assessment.scenario.values;
    const double nothing = *good * values.fn() + (1.0 - *good) * values.tn();
    return report::inARow({silence,
                           u"Doing nothing is worth %1, the setting %2."_s.arg(
                                   wording::valuePer1000Text(nothing, assessment.scenario.words),
                                   wording::valuePer1000Text(assessment.value.perUse,
                                                             assessment.scenario.words))});
}

namespace {

QString unknownIn(report::Terms terms, const AnswerMaterial &material)
{
    return report::inARow({report::newUsesSentence(material, report::ValueUnit::Said, terms),
                           report::bestElsewhereSentence(material, terms),
                           asSentence(recorded(material)), u"Later ones may differ."_s});
}

} // namespace

QString unknownFact(const AnswerMaterial &material)
{
    return unknownIn(report::Terms::Field, material);
}

QString unknownPlainlyFact(const AnswerMaterial &material)
{
    return unknownIn(report::Terms::Plain, material);
}

QString unknownCauseFact(const AnswerMaterial &material)
{
    const QString open = material.drop
            ? u"Not ruled out: "_s + wording::dropNotRuledOut(*material.drop->dropped)
            : QString();
    return report::inARow({open, unknownFact(material)});
}

QString silenceFact(const AnswerMaterial &material)
{
    const QString silence = wording::accuracyOfSilence(material.assessment);
    return silence.isEmpty() ? placeSentence(u"Base"_s, material) : asSentence(silence);
}

QString labelsFact(const AnswerMaterial &material)
{
    return report::inARow({asSentence(recorded(material)), placeSentence(u"Base"_s, material)});
}

QString alternativeFact(const AnswerMaterial &material)
{
    return report::inARow(report::alternativeSentences(material));
}

QString worthFact(const AnswerMaterial &material)
{
    const Assessment &assessment = material.assessment;
    if (!report::hasValues(assessment.scenario))
        return u"Here nobody has said what an outcome is worth."_s;
    return u"Here it is worth %1, by values that are assumed."_s.arg(
            wording::valuePer1000Text(assessment.value.perUse, assessment.scenario.words));
}

QString frequencyFact(const AnswerMaterial &material)
{
    const Assessment &assessment = material.assessment;
    const auto &wrong = assessment.experience[Share::WrongOfShown];
    const auto &missed = assessment.experience[Share::Missed];
    return report::inARow(
            {wrong ? asSentence(report::spokenClause(*wrong, wording::wrongGrammar(assessment)))
                   : QString(),
             missed ? asSentence(report::spokenClause(*missed, report::missedGrammar(assessment)))
                    : QString()});
}

QString mechanicsFact(const AnswerMaterial &material)
{
    const wording::Feature feature = report::featureOf(material);
    const QString choice = placeText(u"choice"_s, material).value_or(QString());
    if (choice.isEmpty())
        return u"Here nothing is %1 at this setting."_s.arg(feature.done);
    return u"Every %1 has a score that says how sure the model is, and we %2."_s.arg(
            feature.useCase.singular, choice);
}

QString paceFact(const AnswerMaterial &material)
{
    const auto &uses = material.assessment.experience.usesUntilBad;
    if (!uses || uses->median > wording::mostCountableUses)
        return {};
    const Scenario &scenario = material.assessment.scenario;
    const QString which = wording::ordinal(scenario.badBeforeLeaving);
    const bool isCounted = material.assessment.pace.from == PaceFrom::File;
    return u"At %1%2, half of the %3 have met their %4 bad one after %5."_s.arg(
            wording::paceText(material.assessment), isCounted ? QString() : u", which is assumed"_s,
            report::featureOf(material).person.plural, which,
            wording::durationText(uses->median / material.assessment.pace.usesPerWeek));
}

QString dataRecovery(const AnswerMaterial &material)
{
    return layerFact(
            DropLayer::Data, material,
            onlyIf(u"values are missing, or come in another unit or twice"_s, DropCause::Missing));
}

QString baseRateRecovery(const AnswerMaterial &material)
{
    return layerFact(DropLayer::BaseRate, material,
                     report::inARow({placeSentence(u"Base"_s, material),
                                     onlyIf(u"there are more or fewer of these now"_s,
                                            DropCause::BaseRate)}));
}

QString driftRecovery(const AnswerMaterial &material)
{
    return layerFact(
            DropLayer::Drift, material,
            report::inARow({onlyIf(u"other scores come"_s, DropCause::ScoreMix),
                            onlyIf(u"a score means something else"_s, DropCause::Meaning)}));
}

QString modelRecovery(const AnswerMaterial &material)
{
    return layerFact(DropLayer::Model, material,
                     report::inARow({onlyIf(u"it began with a release"_s, DropCause::Release),
                                     onlyIf(u"it is one segment alone"_s, DropCause::Segment)}));
}

QString systemRecovery(const AnswerMaterial &material)
{
    if (!hasWaits(material) && !material.drop)
        return {};
    return layerFact(DropLayer::System, material,
                     report::inARow({waitsFact(material),
                                     onlyIf(u"answers take longer than they did, or calls fail"_s,
                                            DropCause::Waits)}));
}

} // namespace oneinn
