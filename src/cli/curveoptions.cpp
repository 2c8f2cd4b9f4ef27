// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/curveoptions.h"

#include "cli/optionvalues.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

bool isOfTheModel(CurveKind kind)
{
    return kind != CurveKind::Threshold && kind != CurveKind::Value && kind != CurveKind::Latency;
}

/// What a threshold marks: a point of a picture, or what a sentence is about.
bool marksAThreshold(const Options &options)
{
    const bool isTold = options.format == Format::Svg || options.format == Format::Text;
    return options.curve == CurveKind::Latency || (isTold && isOfTheModel(options.curve));
}

/// A score comes true by the share of positives among the rows it was given to.
QString baseRateOfCalibration()
{
    return u"--base-rate does not go with calibration and --kind reliability: how well scores come "
           "true is told of the file's own share of positives. Leave it out."_s;
}

void checkCurve(OptionReader &reader, const Options &options)
{
    if (options.threshold && !marksAThreshold(options))
        reader.fail(u"--threshold goes with --kind latency, and with --format svg or text, only: "
                    "the rows of other curves are thresholds."_s);
    if (options.scenario.budget && options.curve == CurveKind::Latency)
        reader.fail(u"--budget does not go with --kind latency: its rows are the budgets."_s);
    if (options.format == Format::Svg && !isOfTheModel(options.curve))
        reader.fail(u"--format svg goes with --kind pr, roc, det, gain, decision, cost or "
                    "reliability."_s);
    if (options.scenario.baseRate && options.curve == CurveKind::Reliability)
        reader.fail(baseRateOfCalibration());
    const bool banded =
            options.curve == CurveKind::PrecisionRecall || options.curve == CurveKind::Roc;
    if (options.band && !banded)
        reader.fail(u"--band goes with --kind pr or roc."_s);
}

} // namespace

QList<OptionEntry> curveOptions(const OptionEntry &budget)
{
    using enum OptionGroup;
    return {{Command, u"kind"_s,
             u"pr|roc|threshold|value|latency|det|gain|decision|cost|reliability"_s,
             u"pr, roc and threshold: counts, precision, recall and false-positive rate at every "
             "distinct score; value: what 1,000 uses are worth there; latency: what every budget "
             "would bring at one threshold; det: both errors, also as deviates of the normal "
             "distribution; gain: share shown, recall and lift; decision: net benefit by threshold "
             "probability; cost: where each threshold is the best, by the weight of missed ones; "
             "reliability: scores against what came true. Required."_s},
            {Command, u"threshold"_s, u"T"_s,
             u"For latency, and what a picture or a sentence marks. Default: the most valuable "
             "one, for latency without a budget."_s},
            {Command, u"band"_s, u"pointwise|drag-safe"_s,
             u"For pr and roc: where the truth lies in 95 of 100 such files, at a threshold fixed "
             "beforehand, or at all thresholds at once, so also at one picked for its looks. At "
             "no more than 2,048 thresholds."_s},
            budget,
            {Command, u"format"_s, u"csv|json|text|svg"_s,
             u"text: with a sentence on what it is good for; svg: the picture, as in the window. "
             "Default: csv."_s}};
}

void readCurve(OptionReader &reader, Options &options)
{
    options.format = Format::Csv;
    reader.require(u"kind"_s,
                   u"pr, roc, threshold, value, latency, det, gain, decision, cost or "
                   "reliability"_s);
    reader.takeChoice<CurveKind>(u"kind"_s,
                                 {{u"pr"_s, CurveKind::PrecisionRecall},
                                  {u"roc"_s, CurveKind::Roc},
                                  {u"threshold"_s, CurveKind::Threshold},
                                  {u"value"_s, CurveKind::Value},
                                  {u"latency"_s, CurveKind::Latency},
                                  {u"det"_s, CurveKind::DetectionErrors},
                                  {u"gain"_s, CurveKind::Gain},
                                  {u"decision"_s, CurveKind::NetBenefit},
                                  {u"cost"_s, CurveKind::Cost},
                                  {u"reliability"_s, CurveKind::Reliability}},
                                 options.curve);
    reader.take(u"threshold"_s, u"a number, or inf"_s, thresholdNumber,
                [&](double threshold) { options.threshold = threshold; });
    reader.take(
            u"band"_s, u"pointwise or drag-safe"_s,
            [](const QString &text) -> std::optional<BandKind> {
                if (text == u"pointwise")
                    return BandKind::Pointwise;
                return text == u"drag-safe" ? std::optional(BandKind::DragSafe) : std::nullopt;
            },
            [&](BandKind band) { options.band = band; });
    reader.takeChoice<Format>(u"format"_s,
                              {{u"csv"_s, Format::Csv},
                               {u"json"_s, Format::Json},
                               {u"text"_s, Format::Text},
                               {u"svg"_s, Format::Svg}},
                              options.format);
    checkCurve(reader, options);
}

void readCalibration(OptionReader &reader, Options &options)
{
    options.mapping = reader.isSet(u"mapping"_s);
    reader.takeChoice<Format>(u"format"_s,
                              {{u"json"_s, Format::Json},
                               {u"text"_s, Format::Text},
                               {u"svg"_s, Format::Svg},
                               {u"csv"_s, Format::Csv}},
                              options.format);
    if (options.scenario.baseRate)
        reader.fail(baseRateOfCalibration());
    const bool isMapped = options.format == Format::Json || options.format == Format::Csv;
    if (options.mapping && !isMapped)
        reader.fail(u"--mapping is written as --format json or csv."_s);
    if (!options.mapping && options.format == Format::Csv)
        reader.fail(u"--format csv goes with --mapping; the bins are in json and text, and in "
                    "curve --kind reliability."_s);
}

} // namespace oneinn::cli
