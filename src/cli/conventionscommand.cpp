// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/conventionscommand.h"

#include "cli/assessmentjson.h"
#include "cli/optionvalues.h"
#include "cli/sharedoptions.h"
#include "cli/table.h"
#include "cli/thresholdoptions.h"
#include "core/assessment.h"
#include "core/conventions/tooltable.h"
#include "core/policies/ownthresholds.h"
#include "core/policies/scenariorows.h"
#include "report/csv.h"
#include "results/toolssay.h"
#include "wording/combinationwords.h"
#include "wording/conventionwords.h"
#include "wording/phrases.h"

#include <algorithm>
#include <iterator>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

QString latinText(std::string_view text)
{
    return QString::fromLatin1(text.data(), static_cast<qsizetype>(text.size()));
}

QString keyOf(ToolMetric metric)
{
    switch (metric) {
    case ToolMetric::Precision:
        return u"precision"_s;
    case ToolMetric::Recall:
        return u"recall"_s;
    case ToolMetric::F1:
        return u"f1"_s;
    case ToolMetric::Specificity:
        return u"specificity"_s;
    case ToolMetric::Accuracy:
        return u"accuracy"_s;
    case ToolMetric::RocAuc:
        return u"roc_auc"_s;
    case ToolMetric::AveragePrecision:
        return u"average_precision"_s;
    case ToolMetric::LogLoss:
        return u"log_loss"_s;
    case ToolMetric::Brier:
        return u"brier"_s;
    case ToolMetric::BestF1Threshold:
        return u"best_f1_threshold"_s;
    case ToolMetric::BestF1:
        break;
    }
    return u"best_f1"_s;
}

QString keyOf(ToolCell::Status status)
{
    switch (status) {
    case ToolCell::Status::Number:
        return u"number"_s;
    case ToolCell::Status::NotANumber:
        return u"nan"_s;
    case ToolCell::Status::NotPrinted:
        return u"not-printed"_s;
    case ToolCell::Status::NeedsProbabilities:
        return u"needs-probabilities"_s;
    case ToolCell::Status::Refused:
        return u"refused"_s;
    case ToolCell::Status::NotDocumented:
        break;
    }
    return u"not-documented"_s;
}

QString keyOf(ToolReason reason)
{
    switch (reason) {
    case ToolReason::TieNotShown:
        return u"tie-not-shown"_s;
    case ToolReason::NearestScore:
        return u"nearest-score"_s;
    case ToolReason::Sigmoid:
        return u"sigmoid"_s;
    case ToolReason::RowsCountOnce:
        return u"rows-count-once"_s;
    case ToolReason::Averaged:
        return u"averaged-over-classes"_s;
    case ToolReason::NoDenominator:
        return u"zero-division"_s;
    case ToolReason::Interpolated:
        return u"interpolated"_s;
    case ToolReason::ScoreItself:
        break;
    }
    return u"score-itself"_s;
}

QStringList reasonKeys(const ToolCell &cell)
{
    QStringList keys;
    for (const ToolReason reason : cell.reasons)
        keys.append(keyOf(reason));
    return keys;
}

Json toolCellJson(const ToolCell &cell)
{
    return Json::Object{{u"value"_s, cell.number()},
                        {u"status"_s, keyOf(cell.status)},
                        {u"about"_s, cell.about},
                        {u"differs"_s, cell.differs},
                        {u"reasons"_s, Json::strings(reasonKeys(cell))}};
}

Json toolJson(const ToolRules &rules, const ToolTable &table)
{
    Json::Object metrics;
    for (std::size_t i = 0; i < toolMetricCount; ++i) {
        const auto metric = static_cast<ToolMetric>(i);
        metrics.emplace_back(keyOf(metric), toolCellJson(table.at(rules.tool, metric)));
    }
    Json::Array sources;
    for (const ToolSource &source : toolSources()) {
        if (source.tool == rules.tool)
            sources.emplace_back(Json::Object{{u"rule"_s, latinText(source.rule)},
                                              {u"page"_s, latinText(source.page)}});
    }
    return Json::Object{{u"name"_s, latinText(rules.name)},
                        {u"metrics"_s, std::move(metrics)},
                        {u"rules"_s, std::move(sources)}};
}

QString conventionsJson(const ToolsAnswer &tools, const Json &thresholds, const Input &input,
                        const QStringList &sentences)
{
    const ToolTable &table = tools.table;
    Json::Object ours;
    for (std::size_t i = 0; i < toolMetricCount; ++i)
        ours.emplace_back(keyOf(static_cast<ToolMetric>(i)), table.ours[i]);
    Json::Object each;
    for (const ToolRules &rules : allTools())
        each.emplace_back(latinText(rules.key), toolJson(rules, table));
    const Json json = Json::Object{{u"account"_s, accountJson(input)},
                                   {u"warnings"_s, Json::strings(input.warnings)},
                                   {u"columns"_s, columnsJson(input.file)},
                                   {u"selection"_s, selectionJson(input.index->selection())},
                                   {u"threshold"_s, Json(tools.threshold.value)},
                                   {u"thresholds"_s, thresholds},
                                   {u"scores_turned_round"_s, tools.turned != ForTools::Turned::No},
                                   {u"rows_at_threshold"_s, table.tied},
                                   {u"different_scores"_s, table.distinctScores},
                                   {u"probabilities"_s, table.probabilities},
                                   {u"one_in_n"_s, std::move(ours)},
                                   {u"tools"_s, std::move(each)},
                                   {u"sentences"_s, Json::strings(sentences)}};
    return json.text() + u'\n';
}

QString conventionsCsv(const ToolTable &table)
{
    QString csv = report::csvRow({u"metric"_s, u"one_in_n"_s, u"tool"_s, u"value"_s, u"status"_s,
                                  u"about"_s, u"differs"_s, u"reasons"_s});
    const auto yes = [](bool is) { return is ? u"yes"_s : u"no"_s; };
    for (std::size_t i = 0; i < toolMetricCount; ++i) {
        const auto metric = static_cast<ToolMetric>(i);
        for (const ToolRules &rules : allTools()) {
            const ToolCell &cell = table.at(rules.tool, metric);
            csv += report::csvRow({keyOf(metric), report::csvNumber(table.our(metric)),
                                   latinText(rules.key), report::csvNumber(cell.number()),
                                   keyOf(cell.status), yes(cell.about), yes(cell.differs),
                                   reasonKeys(cell).join(u' ')});
        }
    }
    return csv;
}

QString conventionsText(const ToolTable &table, const ToolsAnswer &tools, QStringList sentences)
{
    if (tools.turned != ForTools::Turned::No)
        sentences.append(wording::turnedScoresText(tools.turned == ForTools::Turned::OneLess));
    sentences.append(QString());
    return sentences.join(u'\n') + u'\n' + alignedCells(wording::conventionLines(table)) + u'\n'
            + wording::conventionNotes(table).join(u'\n')
            + u"\nBy the tools' documented rules; each rule and its page: --format json.\n"_s;
}

} // namespace

Outcome conventionsCommand(const Options &options, const Input &input)
{
    // No tool knows a budget or a preset: these are for what is said beside alone.
    Options known = options;
    known.scenario = Scenario();
    const Scenario bare = scenarioOf(known, input);
    const Scenario scenario = scenarioOf(options, input);
    ToolsQuestion question;
    static_cast<OutlookQuestion &>(question) = bare;
    question.threshold = bare.threshold;
    question.lowerIsPositive = input.units.lowerIsPositive();
    const ToolsAnswer tools = toolsAnswer(*ScenarioRows::around(input.index, bare), question);
    const ToolTable &table = tools.table;
    const Assessment met = assess(*ScenarioRows::around(input.index, scenario), scenario);
    QStringList sentences = wording::conventionSentences(table);
    if (thresholdsBySegment(bare.combination)) {
        sentences.append(wording::asSentence(
                wording::combinationPhrase(bare, input.units.lowerIsPositive())));
        sentences.append(wording::decisionsForToolsText());
    }
    sentences.append(wording::unknownToToolsText(table, met, u"metrics with the same options"_s));
    sentences.removeAll(QString());
    switch (options.format) {
    case Format::Csv:
        return {conventionsCsv(table), {}};
    case Format::Text:
        return {conventionsText(table, tools, sentences), {}};
    case Format::Json:
    case Format::Svg: // not asked for
        break;
    }
    return {conventionsJson(tools, ownThresholdsJson(bare, input.units), input, sentences), {}};
}

QList<OptionEntry> conventionsEntries()
{
    using enum OptionGroup;
    const QString beside = u" No tool knows it: it says how far what users meet is from that."_s;
    return {{Command, u"preset"_s, u"NAME|FILE"_s, u"A preset."_s + beside},
            fieldOption(Command, Field::LatencyBudget, u"MS"_s,
                        u"The longest wait in milliseconds that is on time."_s + beside),
            {Command, u"threshold"_s, u"T"_s,
             u"Of ours a row is shown iff its score is at least T; inf shows nothing. Required."_s},
            {Command, u"format"_s, u"json|csv|text"_s, u"Default: json."_s}};
}

void readConventions(OptionReader &reader, Options &options)
{
    reader.require(u"threshold"_s, u"the score from which a row is shown, or inf"_s);
    reader.take(u"threshold"_s, u"a number, or inf"_s, thresholdNumber,
                [&](double threshold) { options.threshold = threshold; });
    reader.takeChoice<Format>(
            u"format"_s,
            {{u"json"_s, Format::Json}, {u"csv"_s, Format::Csv}, {u"text"_s, Format::Text}},
            options.format);
}

} // namespace oneinn::cli
