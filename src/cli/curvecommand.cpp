// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/curvecommand.h"

#include "cli/calibrationcommand.h"
#include "cli/latencycurve.h"
#include "cli/modelcurvetables.h"
#include "cli/notes.h"
#include "cli/operatingpoint.h"
#include "cli/table.h"
#include "core/curves/modelcurve.h"
#include "pictures/svg.h"
#include "report/curvefigure.h"
#include "wording/curvewords.h"

#include <algorithm>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

/// Every distinct score of the rows, on time or not, from the one that shows fewest.
std::vector<Threshold> distinctScores(const PredictionIndex &index)
{
    std::vector<Threshold> thresholds;
    for (const double score : index.scores()) {
        if (thresholds.empty() || thresholds.back().value != score)
            thresholds.push_back({score});
    }
    return thresholds;
}

constexpr std::size_t mostBanded = 2048;

/// So many of them, both ends among them.
std::vector<Threshold> thinned(const std::vector<Threshold> &all, std::size_t most)
{
    if (all.size() <= most)
        return all;
    std::vector<Threshold> some;
    for (std::size_t i = 0; i < most; ++i)
        some.push_back(all[i * (all.size() - 1) / (most - 1)]);
    return some;
}

Table countsTable(const Scenario &scenario, const Input &input,
                  const std::vector<Threshold> &thresholds)
{
    const auto slice = input.index->at(scenario.budget);
    Table table{{u"threshold"_s, u"tp"_s, u"fp"_s, u"fn"_s, u"tn"_s, u"precision"_s, u"recall"_s,
                 u"fpr"_s},
                {}};
    for (const Threshold threshold : thresholds) {
        const OperatingPoint point = operatingPoint(slice->counts(threshold), scenario);
        table.rows.push_back({input.units.inFile(threshold), point.matrix.tp(), point.matrix.fp(),
                              point.matrix.fn(), point.matrix.tn(), point.metrics.precision,
                              point.metrics.recall, point.metrics.fpr});
    }
    return table;
}

Table valueTable(const Scenario &scenario, const Input &input)
{
    const auto slice = input.index->at(scenario.budget);
    auto thresholds = distinctScores(*input.index);
    thresholds.insert(thresholds.begin(), Threshold::alertOnNothing());
    Table table{{u"threshold"_s, u"value_per_1000_uses"_s}, {}};
    for (const Threshold threshold : thresholds) {
        table.rows.push_back({input.units.inFile(threshold),
                              operatingPoint(slice->counts(threshold), scenario).valuePer1000});
    }
    return table;
}

Table latencyTable(const Scenario &scenario, const Input &input)
{
    Table table{{u"latency_ms"_s, u"on_time_share"_s, u"tp"_s, u"fp"_s, u"fn"_s, u"tn"_s,
                 u"precision"_s, u"recall"_s, u"value_per_1000_uses"_s},
                {}};
    for (const auto &budget : latencyCurve(*input.index, scenario.threshold)) {
        const OperatingPoint point = operatingPoint(budget.counts, scenario);
        table.rows.push_back({budget.latency, budget.onTimeShare, point.matrix.tp(),
                              point.matrix.fp(), point.matrix.fn(), point.matrix.tn(),
                              point.metrics.precision, point.metrics.recall, point.valuePer1000});
    }
    return table;
}

/// Counts at every distinct score, or with a band at as many as it is worked out for.
Table bandedTable(const Options &options, const Scenario &scenario, const Input &input,
                  Outcome &outcome)
{
    const auto all = distinctScores(*input.index);
    if (!options.band)
        return countsTable(scenario, input, all);
    const auto thresholds = thinned(all, mostBanded);
    if (thresholds.size() < all.size())
        outcome.notes.append(u"The band is at %1 of %2 thresholds."_s.arg(
                QString::number(thresholds.size()), QString::number(all.size())));
    const auto band = curveBand(*sliceOf(scenario, input),
                                curveBandQuestion(scenario, *options.band), thresholds);
    Table table = countsTable(scenario, input, thresholds);
    addBand(table, *band);
    if (band->rows.empty())
        outcome.notes.append(wording::bandText(*band, scenario.words));
    return table;
}

std::optional<ModelCurve> modelCurveOf(CurveKind kind)
{
    switch (kind) {
    case CurveKind::PrecisionRecall:
        return ModelCurve::PrecisionRecall;
    case CurveKind::Roc:
        return ModelCurve::Roc;
    case CurveKind::DetectionErrors:
        return ModelCurve::DetectionErrors;
    case CurveKind::Gain:
        return ModelCurve::Gain;
    case CurveKind::NetBenefit:
        return ModelCurve::NetBenefit;
    case CurveKind::Cost:
        return ModelCurve::Cost;
    case CurveKind::Threshold:
    case CurveKind::Value:
    case CurveKind::Latency:
    case CurveKind::Reliability:
        break;
    }
    return std::nullopt;
}

/// At the threshold that is given, or else the most valuable one.
Assessment markedAssessment(const Options &options, const Scenario &scenario, const Input &input)
{
    Scenario marked = scenario;
    if (!options.threshold)
        marked.threshold = outlook(*sliceOf(scenario, input), scenario)->mostValuable.threshold;
    return assess(*input.index, marked);
}

std::optional<CurveBand> bandOf(const Options &options, const Scenario &scenario,
                                const Input &input)
{
    if (!options.band)
        return std::nullopt;
    return curveBand(*sliceOf(scenario, input), curveBandQuestion(scenario, *options.band));
}

Outcome drawnCurve(const Options &options, const Scenario &scenario, const Input &input)
{
    const ModelCurve curve = *modelCurveOf(options.curve);
    const auto figure = report::curveFigure(curve, markedAssessment(options, scenario, input),
                                            bandOf(options, scenario, input));
    if (!figure)
        return {{}, {}, wording::noCurveText(curve, scenario.words)};
    return {QString::fromUtf8(pictures::toSvg(figure->picture)), {}};
}

QString saidBefore(const Options &options, const Scenario &scenario, const Input &input)
{
    const auto curve = modelCurveOf(options.curve);
    if (!curve)
        return {};
    const Assessment marked = markedAssessment(options, scenario, input);
    QStringList sentences{u"At the threshold %1:"_s.arg(
            decidedThreshold(input.units.inFile(marked.scenario.threshold)))};
    sentences += report::curveSentences(*curve, marked, bandOf(options, scenario, input));
    return sentences.join(u'\n') + u"\n\n"_s;
}

Table latencyAtThreshold(const Options &options, Scenario scenario, const Input &input,
                         Outcome &outcome)
{
    if (!options.threshold) {
        Scenario unlimited = scenario;
        unlimited.budget.reset();
        scenario.threshold = outlook(*sliceOf(unlimited, input), unlimited)->mostValuable.threshold;
        outcome.notes.append(
                u"At the threshold %1, the most valuable without a budget (--threshold for "
                "another)."_s.arg(decidedThreshold(input.units.inFile(scenario.threshold))));
    }
    return latencyTable(scenario, input);
}

Table tableOf(const Options &options, const Scenario &scenario, const Input &input,
              Outcome &outcome)
{
    switch (options.curve) {
    case CurveKind::PrecisionRecall:
    case CurveKind::Roc:
    case CurveKind::Threshold:
        return bandedTable(options, scenario, input, outcome);
    case CurveKind::Value:
        return valueTable(scenario, input);
    case CurveKind::Latency:
        return latencyAtThreshold(options, scenario, input, outcome);
    case CurveKind::DetectionErrors:
        return errorsTable(scenario, input);
    case CurveKind::Gain:
        return gainTable(scenario, input);
    case CurveKind::NetBenefit:
        return netBenefitTable(scenario, input);
    case CurveKind::Cost:
        return costTable(scenario, input);
    case CurveKind::Reliability:
        break;
    }
    return reliabilityTable(input).value_or(Table{});
}

} // namespace

Outcome curveCommand(const Options &options, const Input &input)
{
    const Scenario scenario = scenarioOf(options, input);
    const bool isRead = options.format == Format::Text || options.format == Format::Svg;
    // What is said and drawn of it is said and drawn there; so is why there is nothing.
    if (options.curve == CurveKind::Reliability && (isRead || !reliabilityTable(input)))
        return calibrationCommand(options, input);
    if (options.format == Format::Svg)
        return drawnCurve(options, scenario, input);
    Outcome outcome;
    const Table table = tableOf(options, scenario, input, outcome);
    if (options.format == Format::Json)
        outcome.text = table.json().text() + u'\n';
    else if (options.format == Format::Csv)
        outcome.text = table.csv();
    else
        outcome.text = saidBefore(options, scenario, input) + table.text();
    return outcome;
}

} // namespace oneinn::cli
