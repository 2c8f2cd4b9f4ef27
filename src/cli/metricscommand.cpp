// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/metricscommand.h"

#include "cli/answertext.h"
#include "cli/assessmentjson.h"
#include "cli/budgetoptions.h"
#include "cli/datalimitsjson.h"
#include "cli/inputassumptions.h"
#include "cli/thresholdoptions.h"
#include "core/metrics/repeats.h"
#include "core/policies/scenariorows.h"
#include "core/waits/twowaits.h"
#include "wording/binwords.h"
#include "wording/phrases.h"
#include "wording/repeatwords.h"
#include "wording/shareline.h"
#include "wording/twowaitswords.h"

#include <array>
#include <cmath>
#include <utility>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

/// The shares asked for, each with its interval.
Json sharesJson(const Options &options, const Assessment &assessment)
{
    Json::Object shares;
    for (const Share each : options.shownShares) {
        const auto share = assessment.experience[each];
        shares.emplace_back(
                wording::shareKey(each),
                share ? Json(Json::Object{{u"value"_s, share->value},
                                          {u"interval"_s, intervalJson(share->interval)}})
                      : Json());
    }
    return shares;
}

QString sharesText(const Options &options, const Assessment &assessment)
{
    QString text;
    for (const Share each : options.shownShares)
        text += wording::shareLine(each, assessment) + u'\n';
    return text;
}

std::optional<Repeats> repeatsAt(const Assessment &assessment, const Input &input)
{
    const auto rows = ScenarioRows::around(input.index, assessment.scenario);
    return repeatsOf(*rows->all()->predictions(), input.index->selection(),
                     assessment.scenario.threshold);
}

Json everyTryJson(const std::optional<EveryTry> &every)
{
    if (!every)
        return {};
    return Json::Object{{u"tries"_s, every->tries},
                        {u"cases"_s, every->cases},
                        {u"left_out"_s, every->leftOut},
                        {u"share"_s, every->share},
                        {u"interval"_s, every->interval ? intervalJson(*every->interval) : Json()}};
}

Json repeatsJson(const std::optional<Repeats> &repeats)
{
    if (!repeats)
        return {};
    return Json::Object{
            {u"cases"_s, repeats->cases},
            {u"answers"_s, repeats->answers},
            {u"left_out"_s, repeats->alone},
            {u"flip_rate"_s, repeats->flipRate},
            {u"interval"_s, repeats->interval ? intervalJson(*repeats->interval) : Json()},
            {u"all_right"_s, everyTryJson(repeats->everyTry)}};
}

QString repeatsLine(const std::optional<Repeats> &repeats)
{
    return repeats ? wording::asSentence(wording::repeatsText(*repeats)) + u'\n' : QString();
}

std::optional<TwoWaits> waitsOf(const Options &options, const Input &input)
{
    return twoWaits(*input.index->predictions(), input.index->selection(), budgetsOf(options));
}

Json percentilesJson(const LatencyDistribution &waits)
{
    Json::Object percentiles;
    const std::array<std::pair<QString, double>, 4> told{
            {{u"p50"_s, 0.5}, {u"p90"_s, 0.9}, {u"p95"_s, 0.95}, {u"p99"_s, 0.99}}};
    for (const auto &[key, p] : told) {
        const auto wait = waits.percentile(p);
        percentiles.emplace_back(key, wait && std::isfinite(*wait) ? Json(*wait) : Json());
    }
    return percentiles;
}

Json twoWaitsJson(const TwoWaits &waits, const std::optional<WaitBudgets> &budgets)
{
    Json::Object result{{u"first_token_ms"_s, percentilesJson(waits.first)},
                        {u"whole_ms"_s, percentilesJson(waits.whole)}};
    if (!waits.late || !budgets)
        return result;
    const LateReasons &late = *waits.late;
    result.emplace_back(u"budgets_ms"_s,
                        Json::Object{{u"first_token"_s, budgets->first.value},
                                     {u"whole"_s, budgets->whole.value}});
    result.emplace_back(u"late"_s,
                        Json::Object{{u"first_token_alone"_s, late.firstAlone},
                                     {u"whole_alone"_s, late.wholeAlone},
                                     {u"both"_s, late.both},
                                     {u"of"_s, late.uses}});
    return result;
}

QString twoWaitsText(const Options &options, const Input &input)
{
    const auto waits = waitsOf(options, input);
    QString text;
    if (waits) {
        for (const QString &sentence : wording::twoWaitsSentences(*waits, budgetsOf(options)))
            text += sentence + u'\n';
    }
    return text;
}

Json operatingPointJson(const Scenario &scenario, const ScoreUnits &units)
{
    Json::Object point{
            {u"threshold"_s, Json(units.inFile(scenario.threshold))},
            {u"budget_ms"_s, scenario.budget ? Json(scenario.budget->value) : Json()},
    };
    if (scenario.combination && std::holds_alternative<ThresholdsBySegment>(*scenario.combination))
        point.emplace_back(u"thresholds"_s, ownThresholdsJson(scenario, units));
    if (scenario.budgets)
        point.emplace_back(u"budgets"_s, ownBudgetsJson(scenario));
    return point;
}

Json betweenBinsJson(const BetweenBins &between)
{
    const auto ends = [](const std::optional<Interval> &interval) {
        return interval ? intervalJson(*interval) : Json();
    };
    return Json::Object{{u"thresholds"_s, intervalJson(between.thresholds)},
                        {u"wrong_of_shown"_s, ends(between.wrongOfShown)},
                        {u"missed"_s, ends(between.missed)}};
}

QStringList allWarnings(const Assessment &assessment, const Input &input)
{
    QStringList warnings = input.warnings;
    if (const QString open = wording::openBinSentence(assessment); !open.isEmpty())
        warnings.append(open);
    return warnings;
}

Json answerJson(const Options &options, const Assessment &assessment, const Input &input)
{
    const Budget &budget = assessment.scenario.budget;
    const OperatingCounts &counts = assessment.counts;
    Json::Object result{
            {u"account"_s, accountJson(input)},
            {u"warnings"_s, Json::strings(allWarnings(assessment, input))},
            {u"columns"_s, columnsJson(input.file)},
            {u"selection"_s, selectionJson(assessment.scenario.selection)},
            {u"operating_point"_s, operatingPointJson(assessment.scenario, input.units)},
            {u"same_decisions"_s, intervalJson(input.units.inFile(assessment.sameDecisions))},
            {u"confusion_matrix"_s, matrixJson(assessment.matrix)},
    };
    if (assessment.between)
        result.emplace_back(u"between_bins"_s, betweenBinsJson(*assessment.between));
    // Outside the matrix, so that it is not lost.
    if (budget && assessment.scenario.latePolicy == LatePolicy::Unanswered) {
        result.emplace_back(u"late"_s,
                            Json::Object{{u"positives"_s, counts.latePositive.weight},
                                         {u"negatives"_s, counts.lateNegative.weight}});
    }
    result.emplace_back(u"metrics"_s, metricsJson(assessment, *input.index));
    result.emplace_back(u"intervals"_s, metricIntervalsJson(assessment.intervals));
    result.emplace_back(u"experience"_s, experienceJson(assessment));
    result.emplace_back(u"clusters"_s, clustersJson(assessment.experience.shares));
    if (const auto waits = waitsOf(options, input))
        result.emplace_back(u"two_waits"_s, twoWaitsJson(*waits, budgetsOf(options)));
    if (const auto repeats = repeatsAt(assessment, input))
        result.emplace_back(u"repeats"_s, repeatsJson(repeats));
    if (!options.shownShares.empty())
        result.emplace_back(u"shares"_s, sharesJson(options, assessment));
    addDataLimits(result, options, assessment, input);
    result.emplace_back(u"value"_s, valueJson(assessment, input.units));
    result.emplace_back(u"sentences"_s, Json::strings(answerSentences(assessment, input)));
    return result;
}

} // namespace

Outcome metricsCommand(const Options &options, const Input &input)
{
    const Assessment assessment = assess(*input.index, scenarioOf(options, input));
    const QString open = wording::openBinSentence(assessment);
    if (options.format == Format::Text)
        return {(open.isEmpty() ? QString() : open + u'\n') + sharesText(options, assessment)
                        + repeatsLine(repeatsAt(assessment, input)) + twoWaitsText(options, input)
                        + answerText(assessment, input)
                        + dataLimitsText(options, assessment, input),
                {}};
    return {answerJson(options, assessment, input).text() + u'\n', {}};
}

} // namespace oneinn::cli
