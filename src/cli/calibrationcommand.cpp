// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/calibrationcommand.h"

#include "cli/assessmentjson.h"
#include "core/assessment.h"
#include "core/calibration/scorecalibration.h"
#include "document/dataplaces.h"
#include "pictures/svg.h"
#include "report/calibrationfigure.h"
#include "report/recalibrationexport.h"
#include "wording/calibrationviewwords.h"
#include "wording/calibrationwords.h"

#include <cmath>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

using Findings = wording::CalibrationFindings;

QString verdictKey(CalibrationVerdict verdict)
{
    switch (verdict) {
    case CalibrationVerdict::Enough:
        return u"calibrated-enough"_s;
    case CalibrationVerdict::Not:
        return u"not-calibrated"_s;
    case CalibrationVerdict::CannotBeTold:
        break;
    }
    return u"cannot-be-told"_s;
}

Json binsJson(const std::optional<CalibrationByBins> &byBins)
{
    if (!byBins)
        return {};
    Json::Array bins;
    for (const ReliabilityBin &bin : byBins->bins) {
        bins.emplace_back(Json::Object{
                {u"n"_s, bin.rows},
                {u"low"_s, bin.low},
                {u"high"_s, bin.high},
                {u"mean_score"_s, bin.meanScore},
                {u"observed"_s, bin.observed.value},
                {u"interval"_s,
                 bin.observed.tooFewClusters() ? Json() : intervalJson(bin.observed.interval)}});
    }
    return bins;
}

void addRecalibration(Json::Object &json, const std::optional<Recalibration> &bent)
{
    const auto number = [&bent](double Recalibration::*part) {
        return bent ? Json((*bent).*part) : Json();
    };
    const auto interval = [&bent](Interval Recalibration::*part) {
        return bent && std::isfinite(((*bent).*part).high) ? intervalJson((*bent).*part) : Json();
    };
    json.emplace_back(u"slope"_s, number(&Recalibration::slope));
    json.emplace_back(u"slope_interval"_s, interval(&Recalibration::slopeInterval));
    json.emplace_back(u"intercept"_s, number(&Recalibration::intercept));
    json.emplace_back(u"in_the_large"_s, number(&Recalibration::inTheLarge));
    json.emplace_back(u"in_the_large_interval"_s, interval(&Recalibration::inTheLargeInterval));
}

void addByBins(Json::Object &json, const std::optional<CalibrationByBins> &byBins)
{
    const std::pair<QString, double CalibrationByBins::*> numbers[] = {
            {u"ece"_s, &CalibrationByBins::expectedError},
            {u"ece_if_calibrated"_s, &CalibrationByBins::expectedErrorIfCalibrated},
            {u"rms_error_debiased"_s, &CalibrationByBins::rmsErrorDebiased},
            {u"brier"_s, &CalibrationByBins::brier},
            {u"reliability"_s, &CalibrationByBins::reliability},
            {u"resolution"_s, &CalibrationByBins::resolution},
            {u"uncertainty"_s, &CalibrationByBins::uncertainty},
            {u"within"_s, &CalibrationByBins::within}};
    for (const auto &[key, part] : numbers)
        json.emplace_back(key, byBins ? Json((*byBins).*part) : Json());
    json.emplace_back(u"spiegelhalter_z"_s, byBins ? Json(byBins->spiegelhalterZ) : Json());
    json.emplace_back(u"p"_s, byBins ? Json(byBins->spiegelhalterP) : Json());
}

Json elkanJson(const Findings &findings)
{
    const auto &wanted = findings.elkan.threshold;
    if (!wanted)
        return {};
    const auto bent =
            findings.recalibration ? findings.recalibration->scoreFor(*wanted) : std::nullopt;
    return Json::Object{{u"if_calibrated"_s, *wanted},
                        {u"may_be_used"_s, wording::mayUseElkan(findings)},
                        {u"recalibrated"_s, Json(bent)}};
}

QString binsText(const CalibrationByBins &byBins)
{
    QString text = u"\nscores                    n   mean score   came true   95 % interval\n"_s;
    const auto cell = [](double number, int width) {
        return QString::number(number, 'f', 4).rightJustified(width);
    };
    for (const ReliabilityBin &bin : byBins.bins) {
        const QString scores = cell(bin.low, 6) + u" to "_s + cell(bin.high, 6);
        text += scores.leftJustified(19) + QString::number(bin.rows, 'f', 0).rightJustified(8)
                + cell(bin.meanScore, 13) + cell(bin.observed.value, 12) + u"   "_s
                + cell(bin.observed.interval.low, 6) + u" to "_s
                + cell(bin.observed.interval.high, 6) + u'\n';
    }
    return text;
}

Outcome drawn(const ScoreCalibration &known, const QStringList &sentences, const Input &input)
{
    const auto figure = report::calibrationFigure(*input.index, known, sentences.join(u' '));
    if (!figure)
        return {{}, {}, wording::noBinsText(known)};
    return {QString::fromUtf8(pictures::toSvg(figure->picture)), {}};
}

/// Of the scores that are looked at.
Outcome mapped(const Options &options, const ScoreCalibration &known, const Input &input,
               const FeatureWords &product)
{
    if (!known.recalibration)
        return {{}, {}, wording::mappingText(false, product)};
    const report::RecalibrationSource source{
            dataName(options.file), input.file.mapping.score.value,
            input.index->selection().model.value_or(std::string())};
    const auto scores = report::eachOnceRising(input.index->scores());
    const QByteArray written = options.format == Format::Csv
            ? report::recalibrationCsv(*known.recalibration, scores, source)
            : report::recalibrationJson(*known.recalibration, scores, source);
    return {QString::fromUtf8(written), {}};
}

} // namespace

QString noProbabilitiesText(const Input &input)
{
    if (input.units.lowerIsPositive())
        return u"Lower scores are the positive ones here, so a score is no probability of a "
               "positive, and how well scores are calibrated cannot be told. Where they are "
               "probabilities of the negative, write 1 less the score into a column of its own."_s;
    return u"Some scores lie outside 0 to 1, so they are no probabilities, and how well they "
           "are calibrated cannot be told. Choose a column with probabilities (--score)."_s;
}

Outcome calibrationCommand(const Options &options, const Input &input)
{
    const auto known = scoreCalibration(input.predictions(), input.index->selection());
    if (!known)
        return {{}, {}, noProbabilitiesText(input)};
    const Scenario scenario = scenarioOf(options, input);
    if (options.mapping)
        return mapped(options, *known, input, scenario.words);
    const auto curve = outlook(*sliceOf(scenario, input), scenario);
    const Findings findings{.byBins = known->byBins,
                            .recalibration = known->recalibration,
                            .highestScore = known->highestScore,
                            .elkan = curve->elkan,
                            .nearBest = curve->nearBest};
    const QStringList sentences = wording::calibrationSentences(findings, scenario.words);
    if (options.format == Format::Svg)
        return drawn(*known, sentences, input);
    if (options.format == Format::Text)
        return {sentences.join(u'\n') + u'\n'
                        + (findings.byBins ? binsText(*findings.byBins) : QString()),
                {}};
    Json::Object json{{u"account"_s, accountJson(input)},
                      {u"warnings"_s, Json::strings(input.warnings)},
                      {u"selection"_s, selectionJson(scenario.selection)},
                      {u"verdict"_s,
                       findings.recalibration ? verdictKey(findings.recalibration->verdict())
                                              : u"cannot-be-told"_s}};
    addRecalibration(json, findings.recalibration);
    json.emplace_back(u"observed_to_expected"_s, Json(known->observedToExpected));
    addByBins(json, findings.byBins);
    json.emplace_back(u"bins"_s, binsJson(findings.byBins));
    json.emplace_back(u"elkan"_s, elkanJson(findings));
    json.emplace_back(u"sentences"_s, Json::strings(sentences));
    return {Json(std::move(json)).text() + u'\n', {}};
}

} // namespace oneinn::cli
