// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/dropwords.h"

#include "core/periods/visiblemix.h"

#include "wording/dropamounts.h"
#include "wording/droplayerwords.h"
#include "wording/dropnames.h"
#include "wording/dropnumbers.h"
#include "wording/droprecoverywords.h"
#include "wording/feature.h"
#include "wording/meaningwords.h"
#include "wording/mixwords.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <algorithm>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

/// Both of as many: of 1,000 where either is rare.
QString fromTo(const DropFinding &finding)
{
    constexpr double rare = 0.02;
    const auto isRare = [](double share) { return share > 0.0 && share < rare; };
    const double before = finding.before.value_or(0.0);
    const double after = finding.after.value_or(0.0);
    const int of = isRare(before) || isRare(after) ? 1000 : 100;
    return u"%1 before, %2 after"_s.arg(shareText(before, of), shareText(after, of));
}

/// Nobody plans labels to the case: two digits.
double roundedCases(double cases)
{
    const double step = std::pow(10.0, std::max(0.0, std::floor(std::log10(cases)) - 1.0));
    return std::max(1.0, std::round(cases / step) * step);
}

QString columnSaid(const DropFinding &finding)
{
    return quotedName(finding.column);
}

/// Of a unit, a scale or a column that is gone.
QString schemaSentence(const DropFinding &finding, const Feature &feature)
{
    if (finding.sameOrder)
        return u"Scores are on another scale: ranked from the highest down, they find %1 as "
               "before, as far as these data tell."_s.arg(feature.positive.plural);
    if (finding.digits)
        return u"Scores are rounded to %1 after the point, and had more digits before."_s.arg(
                *finding.digits == 1 ? u"one digit"_s
                                     : u"%1 digits"_s.arg(QString::number(*finding.digits)));
    if (finding.ofFeature && !finding.after)
        return u"%1 is not there any more: if the model is given it, that is where to look "
               "first."_s.arg(columnSaid(finding));
    if (finding.ofFeature)
        return u"%1 is in another unit: half were at most about %2 before, and %3 after."_s.arg(
                columnSaid(finding), plainNumberText(finding.before.value_or(0.0)),
                plainNumberText(finding.after.value_or(0.0)));
    return finding.column == "latency"
            ? u"The waits are in another unit: half were at most %1 before, and %2 after, of "
              "what the file calls the same."_s.arg(millisecondsText(finding.before.value_or(0.0)),
                                                    millisecondsText(finding.after.value_or(0.0)))
            : u"Scores leave the range that they had: outside it lie %1."_s.arg(fromTo(finding));
}

QString dataSentence(const DropFinding &finding, const Feature &feature)
{
    const QString many = feature.useCase.plural;
    switch (finding.cause) {
    case DropCause::Missing:
        return finding.column == "score" && !finding.ofFeature
                ? u"More records have no usable score: %1."_s.arg(fromTo(finding))
                : u"%1 is empty in more %2: %3."_s.arg(columnSaid(finding), many, fromTo(finding));
    case DropCause::UnitOrSchema:
        return schemaSentence(finding, feature);
    case DropCause::NewValues:
        return u"%1 has values that it did not have, such as %2: in %3 %4."_s.arg(
                columnSaid(finding), quotedName(finding.value),
                shareText(finding.after.value_or(0.0)), many);
    case DropCause::Duplicates:
        return u"More %1 are there more than once: %2."_s.arg(many, fromTo(finding));
    default:
        return u"More records have no label: %1."_s.arg(fromTo(finding));
    }
}

/// A sentence, with a space before it.
QString moreSaid(const DropDiagnosis &diagnosis, const std::optional<double> &more)
{
    constexpr double fewest = 30.0; // uses; of fewer, how much they differ is not known either
    if (!more)
        return {};
    const double uses = std::min(diagnosis.usesBefore, diagnosis.usesAfter);
    if (uses < fewest)
        return u" So few cases do not say how many more it would take to tell."_s;
    if (*more > 10.0 * uses)
        return u" It would take more than ten times these data to tell."_s;
    const QString cases = plainNumberText(roundedCases(*more));
    return u" Cannot tell yet: about %1 more labelled %2 in each period would tell."_s.arg(
            cases, cases == u"1" ? u"case"_s : u"cases"_s);
}

/// More than chance moved it, or it may be that nothing did.
QString unknownCauseSentence(const DropDiagnosis &diagnosis)
{
    const bool moved = diagnosis.change && diagnosis.change->low * diagnosis.change->high > 0.0;
    const QString why = moved
            ? u"Why: cannot be told yet. That it changed is more than chance; no single cause is."_s
            : u"Why: cannot be told yet."_s;
    return why + moreSaid(diagnosis, diagnosis.moreForCause);
}

} // namespace

QString dropChangeSentence(const Dropped &dropped, const FeatureWords &words)
{
    const DropDiagnosis &diagnosis = dropped.diagnosis;
    const DropNumbers numbers(dropped);
    const Feature feature = featureOf(words);
    const QString what = dropMeasureInSentence(dropped.measure, feature);
    QString text = u"%1: %2 before, %3 after; that is %4"_s.arg(what, numbers.before(),
                                                                numbers.after(), numbers.change());
    if (!diagnosis.change)
        return capitalised(
                text
                + u". Too few %1 or days to tell how others differ."_s.arg(feature.person.plural));
    text += u" (%1)."_s.arg(numbers.range(*diagnosis.change));
    if (diagnosis.change->low <= 0.0 && diagnosis.change->high >= 0.0)
        text += u" That may be chance alone."_s + moreSaid(diagnosis, diagnosis.moreCases);
    return capitalised(text);
}

namespace {

/// What is tested of a part: that without it scores and labels go together as they did. What the
/// base rate costs is told beside it.
QString othersAsBefore(const Feature &feature)
{
    return u"among the others scores and labels go together as before, whatever the share of %1 is now"_s
            .arg(feature.positive.plural);
}

} // namespace

QString dropFindingSentence(const DropFinding &finding, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    switch (finding.cause) {
    case DropCause::BaseRate:
        return u"The share of %1 %2: %3."_s.arg(
                feature.positive.plural, finding.after > finding.before ? u"rose"_s : u"fell"_s,
                fromTo(finding));
    case DropCause::ScoreMix:
        if (isVisibleMix(finding))
            return visibleMixSentence(finding, feature);
        if (finding.withOthers)
            return u"Scores are mixed otherwise (population stability index %1)."_s.arg(
                    QString::number(finding.after.value_or(0.0), 'f', 2));
        return u"Other %1 come in: scores are mixed otherwise (population stability index %2), and "
               u"of each "
               "score as many are %3 as before, as far as these data tell."_s.arg(
                       feature.useCase.plural, QString::number(finding.after.value_or(0.0), 'f', 2),
                       feature.positive.plural);
    case DropCause::Meaning:
        return meaningSentence(finding, feature);
    case DropCause::Segment:
        return u"%1 where %2 is %3 moved by themselves: %4."_s.arg(
                capitalised(feature.useCase.plural), columnSaid(finding), quotedName(finding.value),
                othersAsBefore(feature));
    case DropCause::Release:
        if (finding.wholePeriod)
            return u"It came with release %1: all later %2 are of it, and %3 of the earlier. Whatever else changed at the same time looks the same: running both beside each other decides."_s
                    .arg(quotedName(finding.value), feature.useCase.plural,
                         finding.before > 0.0 ? shareText(*finding.before, 100) : u"none"_s);
        return u"It came with release %1: %2."_s.arg(quotedName(finding.value),
                                                     othersAsBefore(feature));
    case DropCause::Waits:
        return u"Answers come later: too late or among the slowest are %1."_s.arg(fromTo(finding));
    case DropCause::Failures:
        return u"More calls fail: %1."_s.arg(fromTo(finding));
    default:
        return dataSentence(finding, feature);
    }
}

namespace {

/// In which bar a fault of the data hides, and why it has none of its own.
QString hiddenIn(const DropFinding &finding)
{
    switch (finding.cause) {
    case DropCause::UnitOrSchema:
        if (finding.ofFeature && !finding.after)
            return u"what is gone has no amount of its own: what the model made of it is in “mix” "
                   "and “meaning”"_s;
        if (finding.ofFeature)
            return u"it is of every one, so it has no amount of its own: what the model made of it "
                   "is in “mix” and “meaning”"_s;
        return finding.column == "latency"
                ? u"it is of every wait, so it has no amount of its own: it is in “waits”"_s
                : u"what that makes is not known"_s;
    case DropCause::Duplicates:
        return u"which of two is one too many cannot be told, so it has no amount of its own: it "
               u"is "
               "in “base rate” and “mix”"_s;
    default:
        return u"what is not there cannot be compared, so it has no amount: if those were unlike "
               "the others, it is in “base rate” and “mix”"_s;
    }
}

QString faultAmount(const Dropped &dropped, const Feature &feature)
{
    const DropAmount &amount = dropped.waterfall.amounts.front();
    const DropNumbers numbers(dropped);
    const auto faults = std::ranges::count_if(dropped.diagnosis.found, isFaultOfUses);
    return u"%1 make %2 of the change in %3 (%4)"_s.arg(
            faults > 1 ? u"with all others whose cells have a fault, these"_s
                       : u"these by themselves"_s,
            numbers.of(amount), dropMeasureInSentence(dropped.measure, feature),
            numbers.range(amount.interval));
}

} // namespace

QString dropFindingWithAmount(const DropFinding &finding, const Dropped &dropped,
                              const FeatureWords &words)
{
    QString sentence = dropFindingSentence(besideAmounts(finding, dropped.waterfall), words);
    const bool isOfData = layerOf(finding.cause) == DropLayer::Data;
    const DropAmount *amount =
            isFaultOfUses(finding) ? nullptr : amountOf(finding, dropped.waterfall);
    if (!isOfData && !amount && !countsForNothing(finding, dropped.waterfall))
        return sentence;
    sentence.chop(1); // its stop
    if (countsForNothing(finding, dropped.waterfall))
        return sentence
                + u"; no number here depends on when answers come: a latency budget makes late ones count."_s;
    const DropNumbers numbers(dropped);
    if (amount)
        return u"%1; that makes %2 (%3)."_s.arg(sentence, numbers.of(*amount),
                                                numbers.range(amount->interval));
    return u"%1; %2."_s.arg(sentence,
                            isFaultOfUses(finding) ? faultAmount(dropped, featureOf(words))
                                                   : hiddenIn(finding));
}

QStringList dropStory(const Dropped &dropped, const FeatureWords &words, bool lowerIsPositive)
{
    const DropDiagnosis &diagnosis = dropped.diagnosis;
    QStringList story{u"What happened: "_s + dropChangeSentence(dropped, words)};
    if (const double optimism = dropPerThousand(dropped.waterfall.optimism); optimism > 0.0)
        story.front() +=
                u" The threshold is the best of the earlier period and looks too good there, by %1; that is taken off."_s
                        .arg(plainNumberText(optimism, 3));
    if (diagnosis.found.empty()) {
        story.append(diagnosis.firstCause() == DropCause::None
                             ? u"Why: no cause was found in any layer."_s
                                     + goneColumnsText(diagnosis.goneColumns)
                             : unknownCauseSentence(diagnosis));
    } else {
        QStringList found;
        for (const DropFinding &finding : diagnosis.found)
            found.append(dropFindingWithAmount(finding, dropped, words));
        if (const QString largest = largestPartText(dropped); !largest.isEmpty())
            found.prepend(largest + u'.');
        story.append(u"Why we think so: "_s + found.join(u' '));
    }
    story.append(u"What we do: "_s + dropRecoveriesText(dropped, words, lowerIsPositive));
    story.append(u"What we could not rule out: "_s + dropNotRuledOut(dropped));
    return story;
}

QStringList dropWaterfallLines(const Dropped &dropped, const FeatureWords &words)
{
    const DropNumbers numbers(dropped);
    const Feature feature = featureOf(words);
    QStringList lines{capitalised(u"%1 changed by %2. Of that came from"_s.arg(
            dropMeasureInSentence(dropped.measure, feature), numbers.change()))};
    for (const DropAmount &amount : dropped.waterfall.amounts) {
        const QString gloss = dropAmountGloss(amount, feature);
        const QString name =
                dropAmountName(amount) + (gloss.isEmpty() ? gloss : u" (%1)"_s.arg(gloss));
        QString line = u"  %1: %2"_s.arg(name, numbers.of(amount));
        if (amount.interval.low < amount.interval.high)
            line += u", "_s + numbers.range(amount.interval);
        lines.append(line);
    }
    return lines;
}

QString keptOriginSentence(KeptThreshold origin, double kept)
{
    const QString threshold = plainNumberText(kept, 4);
    switch (origin) {
    case KeptThreshold::OnDials:
        return u"Both periods are judged at %1, the threshold on the dials: it is taken for the "
               "one that was in use."_s.arg(threshold);
    case KeptThreshold::BestBefore:
        return u"Both periods are judged at %1, the most valuable threshold in the earlier one: it "
               "stands for the one that was in use."_s.arg(threshold);
    case KeptThreshold::Given:
        break;
    }
    return {};
}

QString keptOriginHint(KeptThreshold origin, double kept)
{
    if (origin != KeptThreshold::BestBefore)
        return keptOriginSentence(origin, kept);
    return u"No threshold was given: %1, the most valuable one in the earlier period, stands for "
           "the one you ran with (--threshold for another)."_s.arg(plainNumberText(kept, 4));
}

QString chosenBesideKeptSentence(double chosen, double kept,
                                 const std::optional<KeepingCost> &heldOut)
{
    const QString text =
            u"What we choose stands on another one, %1"_s.arg(plainNumberText(chosen, 4));
    if (!heldOut)
        return text + u'.';
    return text
            + (heldOut->all.interval.low > 0.0
                       ? u", which is worth more than %1 for sure."_s
                       : u", the best on these data; that it is worth more than %1 on others is not sure."_s)
                      .arg(plainNumberText(kept, 4));
}

QString keptThresholdSentence(double kept, double best, double cost,
                              const std::optional<KeepingCost> &heldOut, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    QString text =
            u"The threshold in use: %1; the best now: %2. Keeping it looks to cost %3%4%5."_s.arg(
                    plainNumberText(kept, 4), plainNumberText(best, 4),
                    plainNumberText(thousand * cost),
                    feature.unit.isEmpty() ? u" in value"_s : QString(), feature.perThousand());
    if (!heldOut)
        return text;
    const double heldOutCost = heldOut->all.cost;
    if (heldOut->all.interval.high < 0.0)
        return text
                + u" Judged on others than those that chose the best, the best is worth %1 less "
                  u"than "
                  "the one in use (keeping costs: %2): these data choose no better one."_s.arg(
                          plainNumberText(-thousand * heldOutCost),
                          fromLowToHigh(heldOut->all.interval));
    text += u" Judged on others than those that chose the best, it costs %1 (%2)"_s.arg(
            heldOutCost > 0.0 ? plainNumberText(thousand * heldOutCost) : u"nothing"_s,
            fromLowToHigh(heldOut->all.interval));
    if (heldOut->all.interval.low <= 0.0)
        return text + u": no reason to move it for sure."_s;
    return text
            + u": %1 by the base rate, %2 by the rest."_s.arg(
                    signedText(thousand * heldOut->baseRate.cost),
                    signedText(thousand * heldOut->rest.cost));
}

QString periodOrderNote(const std::optional<ReversedPeriods> &reversed)
{
    if (!reversed)
        return {};
    return u"By their days it is the other way round: what is taken for the earlier period begins on %1, after the later one ends, on %2. Swap the two if that is not meant."_s
            .arg(nameText(reversed->earlierBegins), nameText(reversed->laterEnds));
}

QStringList otherColumnsNotes(const std::vector<std::string> &before,
                              const std::vector<std::string> &after)
{
    const auto lacking = [](const std::vector<std::string> &there,
                            const std::vector<std::string> &here) {
        std::vector<std::string> names;
        std::ranges::copy_if(there, std::back_inserter(names), [&](const std::string &name) {
            return std::ranges::find(here, name) == here.end();
        });
        return names;
    };
    QStringList notes;
    if (const auto gone = lacking(before, after); !gone.empty())
        notes.append(u"The second file lacks columns of the first: %1."_s.arg(listedNames(gone)));
    if (const auto added = lacking(after, before); !added.empty())
        notes.append(u"The second file has columns that the first has not: %1."_s.arg(
                listedNames(added)));
    return notes;
}

} // namespace oneinn::wording
