// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practicefacts.h"

#include "practice/practiceplaces.h"
#include "practice/practicewaits.h"
#include "report/alternatives.h"
#include "report/answerwords.h"
#include "report/doubtprose.h"
#include "report/dropprose.h"
#include "report/likeness.h"
#include "report/overnothing.h"
#include "report/rollbackwords.h"
#include "report/sections.h"
#include "report/verdictprose.h"
#include "wording/datalimitwords.h"
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
#include <cmath>

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

namespace {

/// Whether the detail of when they meet bad ones is how long that takes.
bool isInTime(const AnswerMaterial &material)
{
    const Experience &experience = material.assessment.experience;
    const auto &wrong = experience[Share::WrongOfUses];
    return experience.usesUntilBad && wrong && wrong->reliability == Reliability::Stated
            && !wording::isSilentUnknown(material.assessment);
}

} // namespace

QString outcomeFact(const AnswerMaterial &material)
{
    const wording::Statement met =
            wording::untilBadStatement(material.assessment, wording::Voice::Ours);
    if (met.headline != wording::undefinedDash())
        return report::inARow(
                {asSentence(met.headline),
                 isInTime(material) ? u"That is %1."_s.arg(met.detail) : asSentence(met.detail)});
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

QString stopHarmFact(Harm harm, const AnswerMaterial &material)
{
    return report::inARow({harmWatched(harm, material), harmHalved(harm, material)});
}

QString stopFact(const AnswerMaterial &material)
{
    const Harm harm = dearestHarm(material).value_or(Harm::Wrong);
    if (!material.drop)
        return report::inARow({harmSaid(material), stopHarmFact(harm, material)});
    return report::inARow(
            {harmSaid(material),
             u"What was usual in %1 is the measure."_s.arg(material.drop->names.before),
             harmWatched(harm, usualMaterial(material)), harmHalved(harm, material)});
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
    const QString gain = report::overNothing(material);
    return report::inARow({silenceFact(material),
                           gain.isEmpty() ? QString() : u"The setting is worth %1."_s.arg(gain)});
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
    const QString gain = report::overNothing(material);
    return u"Here it is worth %1, by values that are assumed."_s.arg(
            gain.isEmpty()
                    ? wording::valuePer1000Text(assessment.value.perUse, assessment.scenario.words)
                    : gain);
}

QString likenessFact(const AnswerMaterial &material)
{
    return report::likenessText(material);
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
    constexpr double weeksInMonth = 365.25 / 12.0 / 7.0;
    const Assessment &assessment = material.assessment;
    const auto shown = assessment.experience[Share::Shown];
    const auto wrong = assessment.experience[Share::WrongOfShown];
    if (!shown || !wrong || wrong->reliability != Reliability::Stated)
        return {};
    const double uses = assessment.pace.usesPerWeek * weeksInMonth;
    const wording::Feature feature = report::featureOf(material);
    const QString many = wording::counted(std::round(uses), feature.useCase);
    const QString tag = assessment.pace.from == PaceFrom::File ? u","_s : u", which is assumed,"_s;
    const double met = uses * shown->value * wrong->value;
    const double months = met > 0.0 ? std::round(1.0 / met) : 0.0;
    if (months > 1.0)
        return u"At about %1 a month%2 one %3 meets a wrong %4 once in about %5."_s.arg(
                many, tag, feature.person.singular, feature.raised.singular,
                wording::counted(months, {u"month"_s, u"months"_s}));
    const QString number = report::plainNumber(met);
    return u"In a month of about %1%2 one %3 meets about %4 wrong %5."_s.arg(
            many, tag, feature.person.singular, number,
            number == u"1" ? feature.raised.singular : feature.raised.plural);
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
