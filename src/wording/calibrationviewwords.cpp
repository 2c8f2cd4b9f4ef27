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

QString levelText(const Recalibration &bent)
{
    const Interval &range = bent.inTheLargeInterval;
    const QString level = u"%1 at a slope of 1"_s.arg(signedHundredths(bent.inTheLarge));
    if (!std::isfinite(range.high))
        return u"By itself %1; users or days are too few for an interval."_s.arg(level);
    const QString numbers = u"%1, 95 % interval %2 to %3"_s.arg(level, signedHundredths(range.low),
                                                                signedHundredths(range.high));
    if (range.low > 0.0)
        return u"On the whole, scores are too low (%1)."_s.arg(numbers);
    if (range.high < 0.0)
        return u"On the whole, scores are too high (%1)."_s.arg(numbers);
    return u"Whether too low or too high on the whole cannot be told (%1)."_s.arg(numbers);
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

} // namespace

CalibrationViewWords calibrationViewWords(const CalibrationFindings &findings,
                                          const FeatureWords &product)
{
    const CalibrationParts parts = calibrationParts(findings, product);
    CalibrationViewWords words{
            parts.verdict, {}, parts.elkan, calibrationSentences(findings, product).join(u' ')};
    if (const auto &bent = findings.recalibration) {
        words.facts.append({u"Slope "_s + numberText(bent->slope, 2), parts.slope});
        words.facts.append({u"Intercept "_s + signedHundredths(bent->intercept), levelText(*bent)});
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
    return u"Points: bins of equally many rows, with 95 % intervals. Dashed: scores that come true "
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
    const QString range = rangeOfObserved(bin);
    const QString observed = ofHundred(bin.observed.value);
    return {u"up to "_s + scoreText(bin.high), countText(bin.rows), ofHundred(bin.meanScore),
            range.isEmpty() ? observed : u"%1 (%2)"_s.arg(observed, range)};
}

} // namespace oneinn::wording
