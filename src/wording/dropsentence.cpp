// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/dropsentence.h"

#include "core/periods/visiblemix.h"

#include "wording/dropamounts.h"
#include "wording/dropnames.h"
#include "wording/dropnumbers.h"
#include "wording/feature.h"
#include "wording/mixwords.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/rollbackrulewords.h"

#include <QStringList>

#include <algorithm>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

/// Nobody says "plus".
QString saidNumber(const QString &text)
{
    return text.startsWith(u'+') ? text.mid(1) : text;
}

QString measureSaid(DropMeasure measure, const Feature &feature)
{
    return measure == DropMeasure::Value ? u"what 1,000 %1 are worth"_s.arg(feature.useCase.plural)
                                         : dropMeasureInSentence(measure, feature);
}

QString whatHappened(const Dropped &dropped, const Feature &feature)
{
    const DropDiagnosis &diagnosis = dropped.diagnosis;
    const DropNumbers numbers(dropped);
    const QString before = saidNumber(numbers.before());
    const QString after = saidNumber(numbers.after());
    const QString what = measureSaid(dropped.measure, feature);
    if (before == after)
        return u"%1 did not change"_s.arg(what);
    const bool isValue = dropped.measure == DropMeasure::Value;
    const bool fell = diagnosis.measureAfter < diagnosis.measureBefore;
    QString text = u"%1 %2 from %3 to %4"_s.arg(what, fell ? u"fell"_s : u"rose"_s, before,
                                                isValue ? feature.amount(after) : after);
    if (!diagnosis.change)
        return text + u", though how far others differ is not known"_s;
    if (diagnosis.change->low <= 0.0 && diagnosis.change->high >= 0.0)
        return text + u", which may be chance alone"_s;
    return text;
}

QString partSaid(const DropFinding &finding)
{
    return finding.value.empty()
            ? u"where %1 is empty"_s.arg(quotedName(finding.column))
            : u"where %1 is %2"_s.arg(quotedName(finding.column), quotedName(finding.value));
}

/// Of 100, or of 1,000 where one is rare: "4 instead of 6 of 100".
QString insteadOf(const DropFinding &finding)
{
    const SharePair pair =
            inOneDenominator(finding.before.value_or(0.0), finding.after.value_or(0.0));
    return u"%1 instead of %2 of %3"_s.arg(pair.other, pair.one, countText(pair.of));
}

/// After its amount: "because there are fewer frauds (4 instead of 6 of 100)".
QString amountSaid(const DropAmount &amount, const DropDiagnosis &diagnosis, const Feature &feature)
{
    const auto found = std::ranges::find_if(diagnosis.found, [&](const DropFinding &finding) {
        return finding.cause == amount.cause && finding.value == amount.value;
    });
    switch (amount.cause.value_or(DropCause::None)) {
    case DropCause::BaseRate:
        if (found == diagnosis.found.end() || !found->before || !found->after)
            break;
        return u"because there are %1 %2 to find (%3)"_s.arg(
                *found->after < *found->before ? u"fewer"_s : u"more"_s, feature.positive.plural,
                insteadOf(*found));
    case DropCause::ScoreMix:
        if (found == diagnosis.found.end() || !isVisibleMix(*found))
            break;
        return u"because other %1 come in (%2)"_s.arg(feature.useCase.plural, mixShares(*found));
    case DropCause::Segment:
        if (amount.column.empty())
            break;
        return u"by %1 where %2 is %3"_s.arg(feature.useCase.plural, quotedName(amount.column),
                                             amount.value.empty() ? u"empty"_s
                                                                  : quotedName(amount.value));
    case DropCause::Release:
        return u"by release %1"_s.arg(quotedName(amount.value));
    case DropCause::Missing:
    case DropCause::NewValues:
        return u"by %1 %2"_s.arg(dropAmountName(amount), dropAmountGloss(amount, feature));
    case DropCause::UnitOrSchema:
        return u"because scores are on another scale"_s;
    case DropCause::Meaning:
        return u"because a score, or the label, means something else"_s;
    default:
        break;
    }
    return u"by "_s + dropAmountGloss(amount, feature);
}

/// "-1,502 because there are fewer frauds (4 instead of 6 of 100) and -490 by ..."; empty: none.
QString amountsSaid(const Dropped &dropped, const Feature &feature)
{
    const DropNumbers numbers(dropped);
    QStringList said;
    for (const DropAmount &amount : largestAmounts(dropped))
        said.append(numbers.of(amount) + u' ' + amountSaid(amount, dropped.diagnosis, feature));
    return joined(said, u"and"_s);
}

/// Of a unit, a scale or a column that is gone.
QString schemaSaid(const DropFinding &finding)
{
    if (finding.ofFeature && !finding.after)
        return u"%1 is not there any more"_s.arg(quotedName(finding.column));
    if (finding.ofFeature)
        return u"%1 is in another unit"_s.arg(quotedName(finding.column));
    return finding.column == "latency" ? u"the waits are in another unit"_s
            : finding.sameOrder        ? u"scores are on another scale"_s
            : finding.digits           ? u"scores are rounded"_s
                                       : u"scores leave the range that they had"_s;
}

/// After "The first cause is that".
QString causeSaid(const DropFinding &finding, const Feature &feature)
{
    const QString many = feature.useCase.plural;
    switch (finding.cause) {
    case DropCause::Missing:
        return finding.column == "score" && !finding.ofFeature
                ? u"more records have no usable score"_s
                : u"%1 is empty in more %2 (%3)"_s.arg(quotedName(finding.column), many,
                                                       insteadOf(finding));
    case DropCause::UnitOrSchema:
        return schemaSaid(finding);
    case DropCause::NewValues:
        return u"%1 has values that it did not have"_s.arg(quotedName(finding.column));
    case DropCause::Duplicates:
        return u"more %1 are there more than once"_s.arg(many);
    case DropCause::LabelsLateOrSelective:
        return u"more records have no label"_s;
    case DropCause::BaseRate:
        return u"the share of %1 %2"_s.arg(feature.positive.plural,
                                           finding.after > finding.before ? u"rose"_s : u"fell"_s);
    case DropCause::ScoreMix:
        return isVisibleMix(finding) ? u"other %1 come in (%2)"_s.arg(many, mixShares(finding))
                                     : u"other %1 come in"_s.arg(many);
    case DropCause::Meaning:
        return u"a score means something else, or the label does"_s;
    case DropCause::Segment:
        return u"%1 %2 moved by themselves"_s.arg(many, partSaid(finding));
    case DropCause::Release:
        return u"release %1 came"_s.arg(quotedName(finding.value));
    case DropCause::Waits:
        return u"answers come later"_s;
    case DropCause::Failures:
        return u"more calls fail"_s;
    case DropCause::None:
    case DropCause::CannotTell:
        break;
    }
    return {};
}

/// After "first we".
QString doingSaid(const DropRecovery &recovery)
{
    switch (recovery.remedy) {
    case DropRemedy::MendData:
        return u"have the data mended, and retrain on nothing until then"_s;
    case DropRemedy::AwaitLabels:
        return u"wait for the labels, or label a random part"_s;
    case DropRemedy::FollowScale:
        return u"take the old scale of the scores back, or move the threshold along with it"_s;
    case DropRemedy::RollBack:
        return u"roll back"_s;
    case DropRemedy::TraceModel:
        return u"look for what changed in the model, or in what it is fed with"_s;
    case DropRemedy::AddCapacity:
        return u"add capacity"_s;
    case DropRemedy::CollectAndRetrain:
        return u"collect labels where the new ones lie, then retrain"_s;
    case DropRemedy::Retrain:
        return u"retrain on recent labels"_s;
    case DropRemedy::MendSegment:
        return recovery.own && recovery.own->gains()
                ? u"collect labels there, and until then give it a threshold of its own"_s
                : u"collect labels there"_s;
    case DropRemedy::FollowMix:
        return u"find what brings the others, and reckon with them"_s;
    case DropRemedy::SetThreshold:
        return u"set the threshold anew"_s;
    case DropRemedy::KeepThreshold:
        return u"leave the threshold where it is"_s;
    case DropRemedy::CollectToTell:
        return u"collect more labels"_s;
    case DropRemedy::Watch:
        return u"watch it"_s;
    case DropRemedy::DoNothing:
        break;
    }
    return u"do nothing"_s;
}

} // namespace

namespace {

/// How much is explained by what is mended first, where that is not among the amounts that are
/// told.
QString explainsSaid(const DropFinding &first, const Dropped &dropped)
{
    const DropAmount *amount = amountOf(first, dropped.waterfall);
    if (!amount)
        return u"how much that explains cannot be told"_s;
    return isLarge(*amount, dropped) ? u"whether that explains any of it cannot be told"_s
                                     : u"that explains next to nothing"_s;
}

bool isAmongAmounts(const DropFinding &first, const Dropped &dropped)
{
    const DropAmount *amount = amountOf(first, dropped.waterfall);
    return amount && isLarge(*amount, dropped) && !coversNone(*amount);
}

/// At which threshold all this is so; empty where it is the one that all else is told at.
QString judgedAtSaid(const OldThreshold &threshold, const ToldThreshold &told)
{
    if (!told.threshold || *told.threshold == threshold.kept || std::isinf(threshold.kept.value))
        return {};
    const double kept = told.lowerIsPositive ? 0.0 - threshold.kept.value : threshold.kept.value;
    return (told.inShort ? u"both at %1, "_s
                         : u"both judged at %1, which stands for the threshold in use, "_s)
            .arg(plainNumberText(kept, 4));
}

} // namespace

QString dropInASentence(const Dropped &dropped, const FeatureWords &words,
                        const ToldThreshold &told)
{
    // Whatever was said would be said the wrong way round.
    if (dropped.reversed)
        return u"The two files stand the wrong way round: by their days, what is compared as the period before begins on %1, after the other ends, on %2; swap them before anything is said of a change."_s
                .arg(nameText(dropped.reversed->earlierBegins),
                     nameText(dropped.reversed->laterEnds));
    const Feature feature = featureOf(words);
    const DropDiagnosis &diagnosis = dropped.diagnosis;
    const QString happened = u"Against the period before, "_s
            + judgedAtSaid(dropped.threshold, told) + whatHappened(dropped, feature);
    const QString doing =
            doingSaid(dropped.recoveries.empty() ? DropRecovery() : dropped.recoveries.front());
    if (const QString amounts = amountsSaid(dropped, feature);
        !diagnosis.found.empty() && !amounts.isEmpty()) {
        const DropFinding &first = diagnosis.found.front();
        const QString why = u"%1: %2"_s.arg(happened, amounts);
        return told.inShort || isAmongAmounts(first, dropped)
                ? u"%1; first we %2."_s.arg(why, doing)
                : u"%1; first we %2, as %3, though %4."_s.arg(why, doing, causeSaid(first, feature),
                                                              explainsSaid(first, dropped));
    }
    if (!diagnosis.found.empty())
        return u"%1: the first cause is that %2, so first we %3."_s.arg(
                happened, causeSaid(diagnosis.found.front(), feature), doing);
    return diagnosis.firstCause() == DropCause::CannotTell
            ? u"%1; why cannot be told yet, so first we %2."_s.arg(happened, doing)
            : u"%1; no cause was found, so we %2."_s.arg(happened, doing);
}

} // namespace oneinn::wording
