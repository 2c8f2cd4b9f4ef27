// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/bandplace.h"

#include "core/policies/ownthresholds.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/segmentwords.h"

#include <QStringList>

#include <algorithm>
#include <cmath>
#include <limits>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostToldBands = 8;

QString between(const QString &from, const QString &to)
{
    return u"%1 to %2"_s.arg(from, to);
}

/// Where one segment's band, or everybody else's, begins or ends.
struct OwnEnd {
    Threshold threshold;
    ThresholdInterval alike; ///< of its scores
};

/// An end at infinity is no end.
QString ownRange(const OwnEnd &from, const OwnEnd &to, bool lower)
{
    const auto told = [lower](const OwnEnd &end) {
        return thresholdText(end.threshold, end.alike, lower);
    };
    const bool begins = std::isfinite(from.threshold.value);
    if (!std::isfinite(to.threshold.value))
        return begins ? (lower ? u"%1 down"_s : u"%1 up"_s).arg(told(from)) : u"all"_s;
    if (!begins)
        return (lower ? u"above %1"_s : u"below %1"_s).arg(told(to));
    return from.threshold == to.threshold ? told(from) : between(told(from), told(to));
}

/// What only sums have added at an end is rounded off.
OwnEnd ownEnd(Threshold dial, const ThresholdInterval &alike, Threshold of,
              const ThresholdsBySegment &by)
{
    const Threshold own = by.ownThreshold;
    constexpr double roundings = 8.0;
    const double around = std::max({std::abs(dial.value), std::abs(of.value), std::abs(own.value)});
    const double high = fromDial({alike.high}, of, own, by.scale).value;
    const double rounding = std::isfinite(around)
            ? roundings * std::numeric_limits<double>::epsilon() * around
            : 0.0;
    return {fromDial(dial, of, own, by.scale),
            {fromDial({alike.low}, of, own, by.scale).value, high + rounding, alike.isOfBins}};
}

QString eachRange(const ThresholdsBySegment &own, const FoundBand &band, bool lower)
{
    QStringList each;
    for (const ThresholdsBySegment::Own &value : own.values) {
        const auto end = [&](Threshold dial, const ThresholdInterval &alike) {
            return ownEnd(dial, alike, value.threshold, own);
        };
        each.append(segmentName({value.value}) + u' '
                    + ownRange(end(band.from, band.fromAlike), end(band.to, band.toAlike), lower));
    }
    return u"%1; any other %2"_s.arg(
            listed(each, mostToldBands),
            ownRange({band.from, band.fromAlike}, {band.to, band.toAlike}, lower));
}

QString inParentheses(const BandSaid &said)
{
    return said.each.isEmpty() ? QString() : u" (%1)"_s.arg(said.each);
}

/// What is decided, and by whom, where every segment has a band of its own.
QString ownDecides(const FoundBand &band, const BandSaid &said, const Feature &feature)
{
    QStringList rest;
    if (band.silent > 0.0)
        rest.append((said.lowerIsPositive ? u"above it nothing is %1 (%2)"_s
                                          : u"below it nothing is %1 (%2)"_s)
                            .arg(feature.done, shareText(band.silent)));
    if (band.shown > 0.0)
        rest.append((said.lowerIsPositive ? u"beneath its end everything is %1 (%2)"_s
                                          : u"above its end everything is %1 (%2)"_s)
                            .arg(feature.done, shareText(band.shown)));
    const QString after = rest.isEmpty() ? QString() : u"; "_s + rest.join(u", and "_s);
    return u"A person decides in a band of each %1's own%2: %3 of the %4 that the model decides%5."_s
            .arg(said.column, inParentheses(said), shareText(band.reviewed), feature.useCase.plural,
                 after);
}

} // namespace

ReviewSaid reviewSaid(const std::optional<Combination> &combination, bool lowerIsPositive)
{
    ReviewSaid said{.lowerIsPositive = lowerIsPositive, .own = {}};
    if (const auto *own = thresholdsBySegment(combination))
        said.own = *own;
    return said;
}

BandSaid bandSaid(const FoundBand &band, const ReviewSaid &said)
{
    const bool lower = said.lowerIsPositive;
    BandSaid told{thresholdText(band.from, band.fromAlike, lower),
                  thresholdText(band.to, band.toAlike, lower),
                  lower,
                  {},
                  {}};
    if (said.own) {
        told.column = nameText(said.own->column);
        told.each = eachRange(*said.own, band, lower);
    }
    return told;
}

QString bandRange(const BandSaid &said)
{
    return said.column.isEmpty() ? between(said.from, said.to)
                                 : u"by %1: %2"_s.arg(said.column, said.each);
}

QString bandRival(const ReviewSaid &said)
{
    return said.own ? u"the best place of all segments' thresholds, moved together,"_s
                    : u"the best single threshold"_s;
}

QString bandDecides(const FoundBand &band, const BandSaid &said, const Feature &feature)
{
    const bool lower = said.lowerIsPositive;
    if (band.silent <= 0.0 && band.shown <= 0.0)
        return u"A person decides all %1 that the model would decide."_s.arg(
                feature.useCase.plural);
    if (!said.column.isEmpty())
        return ownDecides(band, said, feature);
    const QString decided = u"%1 of the %2 that the model decides."_s.arg(shareText(band.reviewed),
                                                                          feature.useCase.plural);
    const QString silent = u"%1 %2 nothing is %3 (%4)"_s.arg(
            lower ? u"Above"_s : u"Below"_s, said.from, feature.done, shareText(band.silent));
    const QString shown = u"from %1 %2 everything is"_s.arg(said.to, lower ? u"down"_s : u"on"_s);
    if (band.shown <= 0.0)
        return u"A person decides from %1 %2: %3 %4, and nothing without a person."_s.arg(
                said.from, lower ? u"down"_s : u"on"_s, decided, silent);
    if (band.silent <= 0.0)
        return u"A person decides %1 %2: %3 %4 %5 (%6)."_s.arg(
                lower ? u"above"_s : u"below"_s, said.to, decided,
                u"From %1 %2 everything is"_s.arg(said.to, lower ? u"down"_s : u"on"_s),
                feature.done, shareText(band.shown));
    return u"A person decides from %1 %2 %3: %4 %5, and %6 (%7)."_s.arg(
            said.from, lower ? u"down to"_s : u"to"_s, said.to, decided, silent, shown,
            shareText(band.shown));
}

QString bandChoice(const FoundBand &band, const BandSaid &said, const FeatureWords &words)
{
    const Feature feature = featureOf(words);
    const QString up = said.lowerIsPositive ? u"down"_s : u"up"_s;
    const bool own = !said.column.isEmpty();
    const QString end = own ? u"a threshold of each %1's own"_s.arg(said.column)
                            : u"a score of %1"_s.arg(said.to);
    const QString shown =
            u"We %1 %2 from %3 %4"_s.arg(feature.verb, feature.raised.plural, end, up);
    const QString each = inParentheses(said);
    if (!band.isOpen())
        return shown + each + u", and nobody reviews"_s;
    if (band.silent <= 0.0 && band.shown <= 0.0)
        return u"A person decides all %1"_s.arg(feature.useCase.plural);
    if (band.shown <= 0.0)
        return u"A person decides %1 from %2 %3%4, and nothing is %5 without one"_s.arg(
                feature.useCase.plural, own ? end : u"a score of %1"_s.arg(said.from), up, each,
                feature.done);
    if (band.silent <= 0.0)
        return shown + each + u", and a person decides all others"_s;
    if (own)
        return shown + u", and a person decides in a band before it"_s + each;
    return shown
            + (said.lowerIsPositive ? u", and from %1 down to %2 a person decides"_s
                                    : u", and from %1 to %2 a person decides"_s)
                      .arg(said.from, said.to);
}

BandSaid unlisted(BandSaid said)
{
    said.each.clear();
    return said;
}

QString bandClosed(const BandSaid &said)
{
    return u"Nobody reviews: the band begins and ends at %1."_s.arg(
            said.column.isEmpty() ? said.from : said.each);
}

} // namespace oneinn::wording
