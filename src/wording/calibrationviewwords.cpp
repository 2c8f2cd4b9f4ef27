// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/calibrationviewwords.h"

#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <cmath>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

QString signedHundredths(double value)
{
    const QString text = numberText(value, 2);
    return value > 0.0 && text != u"0.00"_s ? u'+' + text : text;
}

QString levelText(const Recalibration &bent, const Feature &feature)
{
    const Interval &range = bent.inTheLargeInterval;
    const QString level = u"%1 at a slope of 1"_s.arg(signedHundredths(bent.inTheLarge));
    if (!std::isfinite(range.high))
        return u"By itself %1; %2 or days are too few for an interval."_s.arg(
                level, feature.person.plural);
    const QString numbers = u"By itself %1, 95 % interval %2 to %3"_s.arg(
            level, signedHundredths(range.low), signedHundredths(range.high));
    const QString little = bent.verdict() == CalibrationVerdict::Enough
            ? u", by too little to matter"_s
            : QString();
    if (range.low > 0.0)
        return numbers + u": above 0, so scores are too low on the whole"_s + little + u'.';
    if (range.high < 0.0)
        return numbers + u": below 0, so scores are too high on the whole"_s + little + u'.';
    return numbers + u": 0 is exact, above it scores are too low, below too high."_s;
}

QString errorBesideChance(const CalibrationByBins &byBins)
{
    return u"Score and outcome, on average of %1 bins; chance alone makes %2."_s.arg(
            countText(static_cast<double>(byBins.bins.size())),
            of100Text(byBins.expectedErrorIfCalibrated));
}

QString brierText(const CalibrationByBins &byBins, const FeatureWords &product)
{
    return u"Mean square of how far scores are off; saying the same of every %1 makes %2."_s.arg(
            featureOf(product).useCase.singular, numberText(byBins.uncertainty, 3));
}

/// What is neither nobody nor everybody is not rounded to it.
QString ofHundred(double share)
{
    constexpr double least = 0.01;
    constexpr double most = 99.9;
    const double percent = 100.0 * share;
    QString text = of100Text(share);
    if (percent > 0.0 && percent < least / 2.0)
        return u"< "_s + numberText(least, 2);
    if (percent < 100.0 && text == u"100"_s)
        return percent <= most ? numberText(percent, 1) : u"> "_s + numberText(most, 1);
    return text;
}

QString rangeOfScores(const ReliabilityBin &bin)
{
    const QString low = scoreText(bin.low);
    const QString high = scoreText(bin.high);
    return low == high ? low : u"%1 to %2"_s.arg(low, high);
}

QString rangeOfObserved(const ReliabilityBin &bin)
{
    if (bin.observed.tooFewClusters())
        return {};
    return u"%1 to %2"_s.arg(ofHundred(bin.observed.interval.low),
                             ofHundred(bin.observed.interval.high));
}

/// Of few rows none says little: by its interval, how little.
QString observedText(const ReliabilityBin &bin)
{
    const Proportion &observed = bin.observed;
    if (observed.tooFewClusters())
        return ofHundred(observed.value);
    const QString low = ofHundred(observed.interval.low);
    const QString high = ofHundred(observed.interval.high);
    if (observed.value <= 0.0)
        return u"none (to %1)"_s.arg(high);
    if (observed.value >= 1.0)
        return u"all (from %1)"_s.arg(low);
    return u"%1 (%2 to %3)"_s.arg(ofHundred(observed.value), low, high);
}

} // namespace

CalibrationViewWords calibrationViewWords(const CalibrationFindings &findings,
                                          const FeatureWords &product)
{
    const CalibrationParts parts = calibrationParts(findings, product);
    CalibrationViewWords words{
            parts.verdict, {}, parts.elkan, calibrationSentences(findings, product).join(u' ')};
    if (const auto &bent = findings.recalibration) {
        words.facts.append({u"Slope "_s + numberText(bent->slope, 2), parts.slope});
        words.facts.append({u"Intercept "_s + signedHundredths(bent->intercept),
                            levelText(*bent, featureOf(product))});
    }
    if (const auto &byBins = findings.byBins) {
        words.facts.append({u"%1 of 100 apart"_s.arg(of100Text(byBins->expectedError)),
                            errorBesideChance(*byBins)});
        words.facts.append(
                {u"Brier score "_s + numberText(byBins->brier, 3), brierText(*byBins, product)});
    }
    return words;
}

QString calibrationPendingText()
{
    return u"How well scores come true is being worked out\u2026"_s;
}

QString calibrationCancelledText()
{
    return u"How well scores come true was not worked out."_s;
}

QString mappingText(bool isKnown, const FeatureWords &product)
{
    const Feature feature = featureOf(product);
    return isKnown ? u"A table of what each score comes to, with the slope and the intercept that "
                     "make it so, as CSV or JSON."_s
                   : u"What scores come to is not known: it takes probabilities, %1 and %2, and "
                     "scores that differ."_s.arg(feature.positivesSaid(), feature.negativesSaid());
}

QString noProbabilitiesText()
{
    return u"Some scores lie outside 0 to 1, so they are no probabilities, and how well they come "
           "true cannot be told. Where the file has a column with probabilities, choose that as "
           "the score."_s;
}

QString noBinsText(const ScoreCalibration &calibration)
{
    return calibration.byBins
            ? QString()
            : u"No picture: there are too few rows, or too few of one class, or too few different "
              "scores for three bins."_s;
}

CalibrationAxes calibrationAxes()
{
    return {u"what scores say"_s, u"what came true"_s};
}

QString comesToText(const Recalibration &bent, double score)
{
    return u"here %1 of 100 come true"_s.arg(ofHundred(bent.recalibrated(score)));
}

QString elkanMarkLabel()
{
    return u"by your values"_s;
}

QString calibrationLegend()
{
    return u"Points: bins of equally many rows, with 95 % intervals; grey: none came true, or all. "
           u"Dashed: scores that come true "
           "exactly. Line: these scores, recalibrated. Bars: where the scores lie."_s;
}

CalibrationKey calibrationKey()
{
    return {u"bins of equally many rows, with 95 % intervals"_s, u"scores that come true exactly"_s,
            u"these scores, recalibrated"_s};
}

QString binText(const ReliabilityBin &bin)
{
    QString text = u"%1: of %2, %3 of 100 came true"_s.arg(rangeOfScores(bin), countText(bin.rows),
                                                           ofHundred(bin.observed.value));
    if (const QString range = rangeOfObserved(bin); !range.isEmpty())
        text += u" (%1)"_s.arg(range);
    return text + u"; the scores say %1"_s.arg(ofHundred(bin.meanScore));
}

QStringList binHeaders()
{
    return {u"scores"_s, u"rows"_s, u"say"_s, u"came true (95 %)"_s};
}

QStringList binCells(const ReliabilityBin &bin)
{
    return {u"up to "_s + scoreText(bin.high), countText(bin.rows), ofHundred(bin.meanScore),
            observedText(bin)};
}

} // namespace oneinn::wording
