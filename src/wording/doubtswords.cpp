// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/doubtswords.h"

#include "core/doubts/deserveddigits.h"
#include "core/targets/nearbestkept.h"
#include "wording/decisionwords.h"
#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/valuewords.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

constexpr double draws = 100.0; ///< of so many, frequencies are told

bool showsNothing(const ThresholdDoubts &doubts)
{
    return std::isinf(doubts.best.threshold.value);
}

/// A difference, because -0.0 would be told as "-0".
double inFile(double score, bool negated)
{
    return negated ? 0.0 - score : score;
}

/// For text that is the same whichever end shows more.
ThresholdInterval inFile(const ThresholdInterval &thresholds, bool negated)
{
    return negated ? ThresholdInterval{inFile(thresholds.high, true), inFile(thresholds.low, true)}
                   : thresholds;
}

Interval inFile(const Interval &range, bool negated)
{
    return negated ? Interval{inFile(range.high, true), inFile(range.low, true)} : range;
}

/// With the digits deserved, and with more where these would make another number of it: 0.053
/// where 0.1 would do is not found again among scores.
QString recognisableText(double value, const Interval &scores, int decimals)
{
    constexpr int mostDecimals = 9;
    constexpr double tellable = 0.1;
    const auto rounded = [](double number, int digits) {
        const double scale = std::pow(10.0, digits);
        return std::round(number * scale) / scale;
    };
    const auto isFar = [](double number, double from) {
        return std::abs(number - from) > tellable * std::abs(from);
    };
    double told = deservedNumber(value, scores);
    // It may have a digit more than the range deserves.
    while (decimals < mostDecimals && isFar(rounded(told, decimals), told))
        ++decimals;
    while (decimals < mostDecimals && isFar(told, value))
        told = rounded(value, ++decimals);
    return numberText(told, std::max(0, decimals));
}

/// With the fewest digits, of those deserved, that decide the same; else with these, and "about".
QString deservedText(const ThresholdInterval &thresholds, const ToldDoubts &told)
{
    constexpr int mostDecimals = 9;
    const Threshold threshold = thresholds.operatingThreshold();
    // Of bins, another number nearby would lie within one.
    if (std::isinf(threshold.value) || thresholds.isOfBins)
        return thresholdText(threshold, thresholds);
    const bool negated = told.lowerIsPositive;
    const double value = inFile(threshold.value, negated);
    const auto &choice = told.doubts.choice;
    const auto decimals = choice ? deservedDecimals(choice->scoresInRange) : std::nullopt;
    for (int few = liesInUnit(value) ? 2 : 0; few <= decimals.value_or(mostDecimals); ++few) {
        const double scale = std::pow(10.0, few);
        const double rounded = std::round(value * scale) / scale;
        if (thresholds.contains({inFile(rounded, negated)}))
            return numberText(rounded, few);
    }
    if (!decimals)
        return scoreText(value);
    // With one digit it would look like another threshold than the one on the dials.
    constexpr double tenth = 0.095;
    if (liesInUnit(value) && value >= tenth && *decimals < 2)
        return u"about "_s + numberText(value, 2);
    return u"about "_s + recognisableText(value, inFile(choice->scoresInRange, negated), *decimals);
}

ThresholdInterval bestThresholds(const ThresholdDoubts &doubts)
{
    const auto &all = doubts.best.intervals;
    const auto found = std::find_if(all.begin(), all.end(), [&](const ThresholdInterval &each) {
        return each.contains(doubts.best.threshold);
    });
    return found == all.end()
            ? ThresholdInterval{doubts.best.threshold.value, doubts.best.threshold.value}
            : *found;
}

/// One of those that are drawn together; not of users and days.
QString unitName(ClusterSource by, const Feature &feature)
{
    switch (by) {
    case ClusterSource::Users:
        return feature.person.singular;
    case ClusterSource::Days:
        return u"day"_s;
    case ClusterSource::Cases:
        return u"case"_s;
    case ClusterSource::Groups:
        return u"group"_s;
    case ClusterSource::UsersAndDays:
    case ClusterSource::Rows:
        break;
    }
    return feature.useCase.singular;
}

QString unitsName(ClusterSource by, const Feature &feature)
{
    switch (by) {
    case ClusterSource::Users:
        return feature.person.plural;
    case ClusterSource::Days:
        return u"days"_s;
    case ClusterSource::UsersAndDays:
        return feature.person.plural + u" and days"_s;
    case ClusterSource::Cases:
        return u"cases"_s;
    case ClusterSource::Groups:
        return u"groups"_s;
    case ClusterSource::Rows:
        break;
    }
    return feature.useCase.plural;
}

/// "; the best one here, 0.053, lies below that, by chance as it seems"; empty where it lies
/// within, as it mostly does.
QString outsideText(const ToldDoubts &told)
{
    const ThresholdInterval best = bestThresholds(told.doubts);
    const Interval &range = told.doubts.choice->range;
    const bool isBelow = best.high < range.low;
    const bool isAbove = best.low > range.high;
    if (!isBelow && !isAbove)
        return {};
    const bool saidBelow = isBelow != told.lowerIsPositive;
    return u"; the best one on these data, %1, lies %2 that: at most 5 of 100 draws choose one so %3"_s
            .arg(deservedText(best, told), saidBelow ? u"below"_s : u"above"_s,
                 saidBelow ? u"low"_s : u"high"_s);
}

/// How a range over resamples is told.
struct RangeVoice {
    QString condition; ///< may be empty
    QString lies;
    QString is;
    QString often;   ///< "in 90 of 100 draws"
    QString atLeast; ///< "in at least 90 of 100 draws"
};

/// With thresholds of segments' own the dial is the one that all others have.
QString theBest(const ToldDoubts &told)
{
    if (told.plainly)
        return u"the best score to draw the line at"_s;
    return told.movesTogether ? u"the best common threshold (all moved together)"_s
                              : u"the best threshold"_s;
}

/// Where the best lies, and how often.
QString rangeSentence(const ToldDoubts &told, const RangeVoice &voice)
{
    const Interval range = inFile(told.doubts.choice->range, told.lowerIsPositive);
    const QString start = voice.condition.isEmpty() ? QString() : voice.condition + u", "_s;
    if (range.low == range.high)
        return start
                + u"%1 %2"_s.arg(voice.atLeast,
                                 (std::isinf(range.low) ? u"doing nothing %1 best"_s
                                                        : theBest(told) + u" %1 the same"_s)
                                         .arg(voice.is));
    // The best threshold may be an end of it, and is told beside it.
    QString where = rangeText({range.low, range.high}, RangeEnds::Outwards);
    if (std::isinf(range.low))
        where = std::isinf(range.high)
                ? u"anywhere, also where nothing is "_s + featureOf(told.product).done
                : u"anywhere "_s + where;
    return start + u"%1 %2 %3 %4"_s.arg(voice.often, theBest(told), voice.lies, where)
            + outsideText(told);
}

/// "the first 20 of 30 days", "the first of 2 days".
QString firstDaysText(const FirstAndLast &parts)
{
    const QString first = parts.firstDays == 1
            ? u"the first"_s
            : u"the first "_s + countText(static_cast<double>(parts.firstDays));
    return u"%1 of %2 days"_s.arg(first,
                                  countText(static_cast<double>(parts.firstDays + parts.lastDays)));
}

} // namespace

QString unitsText(const ThresholdDoubts &doubts, const FeatureWords &product)
{
    const Feature feature = featureOf(product);
    if (doubts.by == ClusterSource::UsersAndDays)
        return unitsName(doubts.by, feature);
    return countText(doubts.clusters) + u' '
            + (doubts.clusters == 1.0 ? unitName(doubts.by, feature)
                                      : unitsName(doubts.by, feature));
}

QString bestThresholdText(const ToldDoubts &told)
{
    return deservedText(bestThresholds(told.doubts), told);
}

std::pair<QString, QString> apparentAndExpected(const ThresholdDoubts &doubts)
{
    const double here = thousand * doubts.best.best;
    const double expected = thousand * doubts.expected().value_or(doubts.best.best);
    for (const int digits : {2, 3}) {
        const QString one = signedText(here, digits);
        const QString other = signedText(expected, digits);
        if (one != other)
            return {one, other};
    }
    return {signedText(here), signedText(here)};
}

QString valueOfBestSentence(const ToldDoubts &told)
{
    const ThresholdDoubts &doubts = told.doubts;
    const QString value = valuePer1000Text(doubts.best.best, told.product);
    if (showsNothing(doubts))
        return u"On these data doing nothing is best, which is worth %1."_s.arg(value);
    const QString best = bestThresholdText(told);
    if (!doubts.choice)
        return u"On these data %3, %1, is worth %2."_s.arg(best, value, theBest(told));
    const auto [here, expected] = apparentAndExpected(doubts);
    const QString start = u"On these data %4, %1, is worth %2%3; "_s.arg(
            best, here, featureOf(told.product).perThousand(), theBest(told));
    if (here == expected)
        return start + u"though it was chosen on them, expect no less on new ones."_s;
    return start + u"it was chosen on them, and on new ones expect %1 at most."_s.arg(expected);
}

QString plateausText(const ToldDoubts &told)
{
    constexpr double seldom = 0.05;
    constexpr qsizetype mostTold = 3;
    if (!told.doubts.choice)
        return {};
    QStringList hills;
    for (const Plateau &plateau : told.doubts.choice->plateaus) {
        if (plateau.share >= seldom && hills.size() < mostTold)
            hills.append(
                    u"%1 in %2"_s.arg(rangeText(inFile(plateau.thresholds, told.lowerIsPositive)),
                                      countText(draws * plateau.share)));
    }
    if (hills.size() < 2)
        return {};
    hills.front() += u" of 100 draws"_s;
    return u"it jumps to and fro: "_s + joined(hills, u"and"_s);
}

QString drawnAgainText(const ToldDoubts &told)
{
    if (!told.doubts.choice)
        return {};
    return u"drawn again from the same %1, %2"_s.arg(unitsText(told.doubts, told.product),
                                                     rangeOfDrawsText(told));
}

QString rangeOfDrawsText(const ToldDoubts &told)
{
    if (!told.doubts.choice)
        return {};
    return rangeSentence(
            told,
            {{}, u"lies"_s, u"is"_s, u"in 90 of 100 draws"_s, u"in at least 90 of 100 draws"_s});
}

QString elsewhereText(const ToldDoubts &told)
{
    if (!told.doubts.choice)
        return {};
    return rangeSentence(
            told,
            {u"with other such "_s + unitsName(told.doubts.by, featureOf(told.product)),
             u"would lie"_s, u"would be"_s, u"9 times in 10"_s, u"at least 9 times in 10"_s});
}

QString untoldText(const ThresholdDoubts &doubts, const FeatureWords &product)
{
    if (doubts.choice)
        return {};
    const QString of = doubts.by == ClusterSource::UsersAndDays ? u"so few %1 or days (%2)"_s.arg(
                               featureOf(product).person.plural, countText(doubts.clusters))
                                                                : unitsText(doubts, product);
    return u"how much of that is chance cannot be told from "_s + of;
}

QString firstAndLastText(const ToldDoubts &told)
{
    if (!told.doubts.firstAndLast)
        return {};
    const FirstAndLast &parts = *told.doubts.firstAndLast;
    const QString unit = featureOf(told.product).perThousand();
    const auto [chosen, best] =
            toldApart(thousand * parts.chosen.value, thousand * parts.best.value);
    const QString last = parts.lastDays == 1
            ? u"the last"_s
            : u"the last "_s + countText(static_cast<double>(parts.lastDays));
    const QString at = deservedText(parts.chosen.thresholds, told);
    if (parts.chosen.value >= parts.best.value - 1e-12 * std::abs(parts.best.value))
        return u"the threshold chosen on %1, %2, is worth %3%4 on %5: none is worth more there"_s
                .arg(firstDaysText(parts), at, signedText(thousand * parts.best.value), unit, last);
    return u"the threshold chosen on %1, %2, is worth %3%4 on %5; the best there, %6, %7"_s.arg(
            firstDaysText(parts), at, chosen, unit, last, deservedText(parts.best.thresholds, told),
            best);
}

std::optional<NearBest> nearBestInFile(const ToldDoubts &told)
{
    std::optional<NearBest> near = told.doubts.nearBest;
    if (near) {
        const Interval range = inFile(Interval{near->lowest, near->highest}, told.lowerIsPositive);
        near->lowest = range.low;
        near->highest = range.high;
    }
    return near;
}

KeptParts nearBestKeptInFile(const ToldDoubts &told)
{
    if (!told.within || !told.doubts.nearBest)
        return std::nullopt;
    std::vector<ThresholdInterval> kept = keptOf(*told.doubts.nearBest, *told.within);
    for (ThresholdInterval &part : kept) {
        const Interval range = inFile(Interval{part.low, part.high}, told.lowerIsPositive);
        part = {range.low, range.high};
    }
    return kept;
}

QStringList doubtsSentences(const ToldDoubts &told)
{
    QStringList sentences{valueOfBestSentence(told)};
    for (const QString &text :
         {untoldText(told.doubts, told.product), drawnAgainText(told), plateausText(told),
          nearBestText(nearBestInFile(told), told.product, told.movesTogether,
                       nearBestKeptInFile(told)),
          firstAndLastText(told)}) {
        if (!text.isEmpty())
            sentences.append(asSentence(text));
    }
    return sentences;
}

} // namespace oneinn::wording
