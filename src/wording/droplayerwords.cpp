// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/droplayerwords.h"

#include "wording/dropamounts.h"
#include "wording/dropnames.h"
#include "wording/dropnumbers.h"
#include "wording/dropwords.h"
#include "wording/feature.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/rollbackrulewords.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <vector>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

QString goneColumnsText(const std::vector<std::string> &gone)
{
    if (gone.empty())
        return {};
    return u" But the later data lack %1: renamed, or lost. Whether the model is given %2 still, only who feeds it knows: ask."_s
            .arg(listedNames(gone), gone.size() == 1 ? u"it"_s : u"them"_s);
}

namespace {

/// Those that are to be seen.
std::vector<DropAmount> barsOf(const Dropped &dropped, DropLayer layer)
{
    std::vector<DropAmount> bars;
    for (const DropAmount &amount : dropped.waterfall.amounts) {
        if (amount.cause && layerOf(*amount.cause) == layer && isLarge(amount, dropped))
            bars.push_back(amount);
    }
    return bars;
}

/// "mix −40 (95 % interval from −90 to +10)"
QString listedBars(const std::vector<DropAmount> &bars, const DropNumbers &numbers)
{
    QStringList each;
    for (const DropAmount &bar : bars)
        each.append(u"%1 %2 (%3)"_s.arg(dropAmountName(bar), numbers.of(bar),
                                        numbers.range(bar.interval)));
    return joined(each, u"and"_s);
}

QString openBars(const std::vector<DropAmount> &bars, const DropNumbers &numbers)
{
    std::vector<DropAmount> open;
    std::vector<DropAmount> sure;
    for (const DropAmount &bar : bars)
        (coversNone(bar) ? open : sure).push_back(bar);
    QString text;
    if (!open.empty())
        text += u" %1 cannot be told apart from none."_s.arg(
                capitalised(listedBars(open, numbers)));
    if (!sure.empty())
        text += u" %1 %2 more than none, but no cause of %3 own: among all that was compared %4 may be chance, or part of what is named."_s
                        .arg(capitalised(listedBars(sure, numbers)),
                             sure.size() == 1 ? u"is"_s : u"are"_s,
                             sure.size() == 1 ? u"its"_s : u"their"_s,
                             sure.size() == 1 ? u"it"_s : u"they"_s);
    return text;
}

/// Large ones beside what was found in a layer, which cannot be told apart from none.
std::vector<DropAmount> openBeside(const Dropped &dropped, DropLayer layer)
{
    std::vector<DropAmount> bars = barsOf(dropped, layer);
    std::erase_if(bars, [&](const DropAmount &bar) {
        return !coversNone(bar)
                || std::ranges::any_of(dropped.diagnosis.found, [&](const DropFinding &finding) {
                       return finding.cause == *bar.cause;
                   });
    });
    return bars;
}

/// What is found is there; whether it makes anything is another question.
QString whatItMakes(const std::vector<DropFinding> &found, const Dropped &dropped)
{
    const auto isOpen = [&](const DropFinding &finding) {
        const DropAmount *amount = amountOf(finding, dropped.waterfall);
        return amount && coversNone(*amount);
    };
    if (std::ranges::all_of(found, isOpen))
        return u" What that makes cannot be told apart from none."_s;
    const bool isOfNothing = std::ranges::any_of(found, [&](const DropFinding &finding) {
        return countsForNothing(finding, dropped.waterfall);
    });
    return isOfNothing
            ? u" No number here depends on when answers come: a latency budget makes late ones count."_s
            : QString();
}

/// Where scores are of another scale.
QString driftOnOtherScale(const DropDiagnosis &diagnosis, const FeatureWords &words)
{
    return diagnosis.scale ? u"Ranked, scores find %1 as before, as far as these data tell."_s.arg(
                   featureOf(words).positive.plural)
                           : u"What scores mean cannot be compared before their scale is mended."_s;
}

} // namespace

namespace {

/// The finding that holds what another share of positives makes, where that has no amount of its
/// own: other uses that come in bring theirs, and labels that mean something else are others.
const DropFinding *holdsBaseRate(const DropDiagnosis &diagnosis)
{
    const auto drift = std::ranges::find(diagnosis.found, DropLayer::Drift,
                                         [](const auto &each) { return layerOf(each.cause); });
    const DropSplit split = splitFor(diagnosis);
    return split.driftMovesBaseRate || split.mix ? &*drift : nullptr;
}

/// That there are more or fewer positives, where that is told as part of another cause; empty
/// where it is not, or may be chance.
QString goodElsewhere(const Dropped &dropped, const FeatureWords &words)
{
    const SharePair pair = inOneDenominator(dropped.goodBefore, dropped.goodAfter);
    const DropFinding *holds = holdsBaseRate(dropped.diagnosis);
    if (!holds || !dropped.diagnosis.otherBaseRate || pair.one == pair.other)
        return {};
    const Feature feature = featureOf(words);
    const QString brings = holds->cause == DropCause::ScoreMix
            ? u"other %1 bring that with them"_s.arg(feature.useCase.plural)
            : u"labels that go otherwise with scores bring that with them"_s;
    DropAmount amount;
    amount.cause = holds->cause;
    return u"There are %1 %2 (%3 instead of %4 of %5); %6, so that it is counted as %7, under %8."_s
            .arg(dropped.goodAfter < dropped.goodBefore ? u"fewer"_s : u"more"_s,
                 feature.positive.plural, pair.other, pair.one, countText(pair.of), brings,
                 dropAmountName(amount), dropLayerName(DropLayer::Drift).toLower());
}

} // namespace

LayerStanding layerStanding(const Dropped &dropped, DropLayer layer)
{
    switch (dropped.diagnosis.of(layer)) {
    case LayerStatus::Found:
        return LayerStanding::Found;
    case LayerStatus::CannotTell:
        return LayerStanding::CannotTell;
    case LayerStatus::NotKnown:
        return LayerStanding::NotKnown;
    case LayerStatus::Quiet:
        break;
    }
    const std::vector<DropAmount> bars = barsOf(dropped, layer);
    if (bars.empty())
        return layer == DropLayer::Data && !dropped.diagnosis.goneColumns.empty()
                ? LayerStanding::OtherColumns
                : LayerStanding::Quiet;
    return std::ranges::all_of(bars, coversNone) ? LayerStanding::MayBeNone
                                                 : LayerStanding::NoCauseNamed;
}

QString layerStandingText(LayerStanding standing)
{
    switch (standing) {
    case LayerStanding::Found:
        return u"found"_s;
    case LayerStanding::CannotTell:
        return u"cannot tell yet"_s;
    case LayerStanding::NotKnown:
        return u"not known"_s;
    case LayerStanding::MayBeNone:
        return u"may be none"_s;
    case LayerStanding::NoCauseNamed:
        return u"no cause named"_s;
    case LayerStanding::OtherColumns:
        return u"other columns"_s;
    case LayerStanding::Quiet:
        break;
    }
    return u"quiet"_s;
}

QString dropLayerSentence(const Dropped &dropped, DropLayer layer, const FeatureWords &words)
{
    const DropDiagnosis &diagnosis = dropped.diagnosis;
    std::vector<DropFinding> found;
    std::ranges::copy_if(
            diagnosis.found, std::back_inserter(found),
            [layer](const DropFinding &finding) { return layerOf(finding.cause) == layer; });
    if (!found.empty()) {
        QStringList said;
        std::ranges::transform(found, std::back_inserter(said), [&](const DropFinding &finding) {
            return dropFindingSentence(besideAmounts(finding, dropped.waterfall), words);
        });
        return said.join(u' ') + whatItMakes(found, dropped)
                + openBars(openBeside(dropped, layer), DropNumbers(dropped));
    }
    if (layer == DropLayer::Drift && diagnosis.hasOtherScale())
        return driftOnOtherScale(diagnosis, words);
    if (diagnosis.of(layer) == LayerStatus::NotKnown)
        return u"Nothing is known of it: these data have neither waits nor failed calls."_s;
    if (layer == DropLayer::Drift && diagnosis.mixIsOfLabels)
        return u"Those with a label have other scores; all %1 together, with a label or without, have the same: that comes of the labels that are missing."_s
                .arg(featureOf(words).useCase.plural);
    const QString bars = openBars(barsOf(dropped, layer), DropNumbers(dropped));
    if (const QString elsewhere = goodElsewhere(dropped, words);
        layer == DropLayer::BaseRate && !elsewhere.isEmpty())
        return elsewhere + bars;
    if (diagnosis.of(layer) == LayerStatus::CannotTell)
        return u"No cause was found here, and none can be ruled out."_s + bars;
    return (bars.isEmpty() ? u"Nothing that matters and is more than chance."_s
                           : u"No cause was found here."_s)
            + bars
            + (layer == DropLayer::Data ? goneColumnsText(diagnosis.goneColumns) : QString());
}

QString dropNotRuledOut(const Dropped &dropped)
{
    QStringList open;
    std::vector<DropAmount> beside;
    for (const DropLayer layer : dropLayers) {
        const LayerStanding standing = layerStanding(dropped, layer);
        if (standing != LayerStanding::Quiet && standing != LayerStanding::Found)
            open.append(dropLayerName(layer).toLower());
        else if (standing == LayerStanding::Found)
            std::ranges::copy(openBeside(dropped, layer), std::back_inserter(beside));
    }
    if (!beside.empty())
        open.append(listedBars(beside, DropNumbers(dropped)));
    return open.isEmpty() ? u"changes too small to be seen in these data."_s
                          : joined(open, u"and"_s) + u'.';
}

} // namespace oneinn::wording
