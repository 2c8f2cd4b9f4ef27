// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/curvecommand.h"

#include "cli/latencycurve.h"
#include "cli/notes.h"
#include "cli/operatingpoint.h"
#include "cli/table.h"

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

Table countsTable(const Scenario &scenario, const Input &input)
{
    const auto slice = input.index->at(scenario.budget);
    Table table{{u"threshold"_s, u"tp"_s, u"fp"_s, u"fn"_s, u"tn"_s, u"precision"_s, u"recall"_s,
                 u"fpr"_s},
                {}};
    for (const Threshold threshold : distinctScores(*input.index)) {
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

} // namespace

Outcome curveCommand(const Options &options, const Input &input)
{
    Scenario scenario = scenarioOf(options, input);
    Outcome outcome;
    Table table;
    switch (options.curve) {
    case CurveKind::PrecisionRecall:
    case CurveKind::Roc:
    case CurveKind::Threshold:
        table = countsTable(scenario, input);
        break;
    case CurveKind::Value:
        table = valueTable(scenario, input);
        break;
    case CurveKind::Latency:
        if (!options.threshold) {
            Scenario unlimited = scenario;
            unlimited.budget.reset();
            scenario.threshold =
                    outlook(*sliceOf(unlimited, input), unlimited)->mostValuable.threshold;
            outcome.notes.append(
                    u"At the threshold %1, the most valuable without a budget (--threshold for "
                    "another)."_s.arg(decidedThreshold(input.units.inFile(scenario.threshold))));
        }
        table = latencyTable(scenario, input);
        break;
    }
    outcome.text = options.format == Format::Json ? table.json().text() + u'\n' : table.csv();
    return outcome;
}

} // namespace oneinn::cli
