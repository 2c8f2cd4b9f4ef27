// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/calibrationwords.h"

#include "wording/feature.h"
#include "wording/numbers.h"
#include "wording/phrases.h"

#include <array>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

/// "when it says 80, 65 of 100 are good", at a score that occurs; "are frauds".
QString exampleText(const Recalibration &bent, double highest, const Feature &feature)
{
    constexpr std::array told{0.8, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01};
    for (const double score : told) {
        if (score <= highest)
            return u"when it says %1 of 100, %2 of 100 are %3"_s.arg(
                    of100Text(score), of100Text(bent.recalibrated(score)),
                    feature.namesPositives ? feature.positive.plural : u"good"_s);
    }
    return u"its scores are all below 1 of 100"_s;
}

/// What the number says beside its interval: the verdict alone says whether that matters.
QString slopeText(const Recalibration &bent, const Feature &feature)
{
    if (std::isinf(bent.slopeInterval.high))
        return asSentence(u"slope %1; %2 or days are too few for an interval"_s.arg(
                numberText(bent.slope, 2), feature.person.plural));
    const QString numbers = u"slope %1, 95 % interval %2 to %3"_s.arg(
            numberText(bent.slope, 2), numberText(bent.slopeInterval.low, 2),
            numberText(bent.slopeInterval.high, 2));
    const QString little = bent.verdict() == CalibrationVerdict::Enough
            ? u", by too little to matter"_s
            : QString();
    if (bent.slopeInterval.high < 1.0)
        return asSentence(numbers + u": below 1, so it is too sure of itself"_s + little);
    if (bent.slopeInterval.low > 1.0)
        return asSentence(numbers + u": above 1, so it is too timid"_s + little);
    return asSentence(numbers + u": 1 is exact, below it is too sure of itself, above too timid"_s);
}

QString verdictText(const CalibrationFindings &findings, const Feature &feature)
{
    if (!findings.recalibration)
        return u"Whether the scores are calibrated cannot be told: there is one class alone, the "
               "scores are all alike, or they part the classes without an exception."_s;
    const Recalibration &bent = *findings.recalibration;
    const QString example = exampleText(bent, findings.highestScore, feature);
    switch (bent.verdict()) {
    case CalibrationVerdict::Enough:
        return asSentence(u"the scores are calibrated enough: "_s + example);
    case CalibrationVerdict::Not:
        return asSentence(u"the scores are not calibrated: "_s + example);
    case CalibrationVerdict::CannotBeTold:
        break;
    }
    // Off for sure, and yet it may be by too little to matter.
    const auto excludes = [](const Interval &range, double value) {
        return range.low > value || range.high < value;
    };
    const bool isOff = excludes(bent.slopeInterval, 1.0) || excludes(bent.inTheLargeInterval, 0.0);
    if (isOff)
        return asSentence(
                u"the scores are not exactly calibrated, and whether they are near enough "
                "to be used as they are cannot be told from these rows; as they stand, "_s
                + example);
    return asSentence(
            u"whether the scores are calibrated cannot be told from these rows; as they stand, "_s
            + example);
}

QString errorText(const CalibrationByBins &byBins)
{
    return asSentence(
            u"score and outcome lie %1 of 100 apart on average, by %2 bins of equal size; chance alone makes %3 where scores are perfectly calibrated"_s
                    .arg(of100Text(byBins.expectedError),
                         countText(static_cast<double>(byBins.bins.size())),
                         of100Text(byBins.expectedErrorIfCalibrated)));
}

QString elkanText(const CalibrationFindings &findings, const Feature &feature)
{
    const auto &wanted = findings.elkan.threshold;
    if (!wanted || !findings.recalibration)
        return {};
    const QString call = u"by your values %1 is to be %2 from a calibrated score of %3 up"_s.arg(
            withArticle(feature.raised.singular), feature.done, scoreText(*wanted));
    if (mayUseElkan(findings))
        return asSentence(call + u", and that may be used here"_s);
    const auto bent = findings.recalibration->scoreFor(*wanted);
    if (!bent && findings.recalibration->slopeInterval.high < 0.0)
        return u"The scores run against the outcome, so no threshold follows from them."_s;
    if (!bent)
        return u"Whether the scores say anything of the outcome cannot be told, so no threshold "
               "follows from them."_s;
    return asSentence(
            u"%1; recalibrated, that is a score of %2 here"_s.arg(call, scoreText(*bent)));
}

} // namespace

QString of100Text(double share)
{
    const double percent = 100.0 * share;
    constexpr double roundsToTenth = 0.095;
    constexpr double roundsToTen = 9.95;
    if (percent <= 0.0 || percent >= roundsToTen)
        return numberText(percent, 0);
    return numberText(percent, percent < roundsToTenth ? 2 : 1);
}

bool mayUseElkan(const CalibrationFindings &findings)
{
    const auto &wanted = findings.elkan.threshold;
    if (!wanted || !findings.recalibration
        || findings.recalibration->verdict() != CalibrationVerdict::Enough)
        return false;
    return !findings.nearBest
            || (*wanted >= findings.nearBest->lowest && *wanted <= findings.nearBest->highest);
}

CalibrationParts calibrationParts(const CalibrationFindings &findings, const FeatureWords &product)
{
    const Feature feature = featureOf(product);
    CalibrationParts parts{verdictText(findings, feature), {}, {}, elkanText(findings, feature)};
    if (findings.recalibration)
        parts.slope = slopeText(*findings.recalibration, feature);
    parts.error = findings.byBins
            ? errorText(*findings.byBins)
            : u"There are too few rows for three bins, so no calibration error is told."_s;
    return parts;
}

QStringList calibrationSentences(const CalibrationFindings &findings, const FeatureWords &product)
{
    const CalibrationParts parts = calibrationParts(findings, product);
    QStringList sentences{parts.verdict, parts.slope, parts.error, parts.elkan};
    sentences.removeAll(QString());
    return sentences;
}

} // namespace oneinn::wording
