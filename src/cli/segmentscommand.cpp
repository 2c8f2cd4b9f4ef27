// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/segmentscommand.h"

#include "cli/assessmentjson.h"
#include "cli/table.h"
#include "core/segments/segmentpolicy.h"
#include "core/segments/segmenttable.h"
#include "report/csv.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/ownthresholdwords.h"
#include "wording/problemwords.h"
#include "wording/segmentwords.h"

#include <algorithm>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

struct AnsweredSegments {
    SegmentRule rule;
    SegmentTable table;
    SegmentPolicy policy;
    FeatureWords words;
};

QString keyOf(SegmentRule rule)
{
    switch (rule) {
    case SegmentRule::OneThreshold:
        return u"one"_s;
    case SegmentRule::EqualRecall:
        return u"recall"_s;
    case SegmentRule::EqualFalseAlarms:
        return u"fpr"_s;
    case SegmentRule::EqualWrongOfShown:
        return u"precision"_s;
    case SegmentRule::MostValue:
        break;
    }
    return u"value"_s;
}

QString keyOf(SegmentDifference differs)
{
    switch (differs) {
    case SegmentDifference::Higher:
        return u"higher"_s;
    case SegmentDifference::Lower:
        return u"lower"_s;
    case SegmentDifference::NoneThatMatters:
        return u"no-difference-that-matters"_s;
    case SegmentDifference::CannotBeToldApart:
        return u"cannot-be-told-apart"_s;
    case SegmentDifference::TooFew:
        break;
    }
    return u"too-few"_s;
}

QString toldKey(Reliability reliability)
{
    switch (reliability) {
    case Reliability::CountsOnly:
        return u"counts-only"_s;
    case Reliability::TooFew:
        return u"too-few"_s;
    case Reliability::Stated:
        break;
    }
    return u"stated"_s;
}

constexpr Share segmentShares[] = {Share::WrongOfShown, Share::Missed, Share::Late, Share::Left,
                                   Share::Good};

QString segmentShareKey(Share share)
{
    if (share == Share::Left)
        return u"gone"_s;
    if (share == Share::Good)
        return u"positive"_s;
    const std::string_view key = kindOf(share).key;
    return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

Json segmentShareJson(const std::optional<Proportion> &share, const SegmentRow::Compared *compared)
{
    if (!share)
        return {};
    Json::Object json{
            {u"share"_s, share->value},
            {u"interval"_s, share->tooFewClusters() ? Json() : intervalJson(share->interval)},
            {u"holds"_s, share->yes.rows},
            {u"of"_s, share->all.rows},
            {u"told"_s, toldKey(share->reliability)}};
    if (compared) {
        json.emplace_back(u"elsewhere"_s, compared->elsewhere);
        json.emplace_back(u"differs"_s, keyOf(compared->differs));
    }
    return json;
}

Json segmentSharesJson(const Shares &shares, const SegmentRow *row)
{
    Json::Object json;
    for (const Share share : segmentShares)
        json.emplace_back(segmentShareKey(share),
                          segmentShareJson(shares[share], row ? row->of(share) : nullptr));
    return json;
}

Json valuePerThousandJson(std::optional<double> perUse)
{
    return perUse ? Json(wording::thousand * *perUse) : Json();
}

Json segmentJson(const SegmentRow &row, const AnsweredSegments &answer, ScoreUnits units)
{
    Json::Array segment;
    for (const std::string &value : row.values)
        segment.emplace_back(QString::fromStdString(value));
    const SegmentRow::Compared *most = row.mostDifferent();
    const SegmentChange &change = answer.policy.segments[row.segment];
    return Json::Object{{u"segment"_s, std::move(segment)},
                        {u"uses"_s, row.rows},
                        {u"threshold"_s, Json(units.inFile(row.threshold))},
                        {u"own_threshold"_s, change.own},
                        {u"shares"_s, segmentSharesJson(row.shares, &row)},
                        {u"value_per_1000"_s, valuePerThousandJson(row.valuePerUse)},
                        {u"value_interval"_s,
                         row.valueInterval
                                 ? intervalJson({wording::thousand * row.valueInterval->low,
                                                 wording::thousand * row.valueInterval->high})
                                 : Json()},
                        {u"value_told"_s, row.tellsValue()},
                        {u"differs"_s, keyOf(row.differs())},
                        {u"differs_in"_s, most ? Json(segmentShareKey(most->share)) : Json()},
                        {u"change_per_1000_of_all"_s,
                         Json::Object{{u"value"_s, change.value},
                                      {u"wrong_shown"_s, change.wrongShown},
                                      {u"missed"_s, change.missed},
                                      {u"optimism"_s, change.optimism}}},
                        {u"sentence"_s, wording::segmentText(row, answer.words)}};
}

QStringList segmentSentences(const AnsweredSegments &answer)
{
    return QStringList{wording::segmentsSentence(answer.table, answer.words)}
    + wording::segmentPolicySentences(answer.table, answer.policy, answer.rule, answer.words)
            + wording::segmentsNotes(answer.table, answer.words);
}

QString segmentsJson(const AnsweredSegments &answer, const Input &input, const Scenario &scenario)
{
    const SegmentTable &table = answer.table;
    Json::Array by;
    for (const std::string &column : table.by.columns)
        by.emplace_back(QString::fromStdString(column));
    Json::Array rows;
    for (const SegmentRow &row : table.rows)
        rows.emplace_back(segmentJson(row, answer, input.units));
    const Json json =
            Json::Object{{u"account"_s, accountJson(input)},
                         {u"warnings"_s, Json::strings(input.warnings)},
                         {u"selection"_s, selectionJson(scenario.selection)},
                         {u"budget_ms"_s, scenario.budget ? Json(scenario.budget->value) : Json()},
                         {u"by"_s, std::move(by)},
                         {u"policy"_s, keyOf(answer.rule)},
                         {u"target"_s, Json(answer.policy.target)},
                         {u"rows"_s, std::move(rows)},
                         {u"segments_left_out"_s, table.segmentsLeftOut},
                         {u"everyone"_s, segmentSharesJson(table.whole, nullptr)},
                         {u"value_per_1000"_s, valuePerThousandJson(table.wholeValue)},
                         {u"change_per_1000"_s, answer.policy.value},
                         {u"optimism"_s, Json(answer.policy.optimism)},
                         {u"sentences"_s, Json::strings(segmentSentences(answer))}};
    return json.text() + u'\n';
}

QStringList csvHeader(const SegmentTable &table)
{
    QStringList header;
    for (const std::string &column : table.by.columns)
        header.append(report::csvText(QString::fromStdString(column)));
    header += {u"uses"_s, u"threshold"_s};
    for (const Share share : segmentShares) {
        const QString key = segmentShareKey(share);
        header += {key, key + u"_low"_s, key + u"_high"_s};
    }
    header += {u"value_per_1000"_s, u"value_low"_s, u"value_high"_s, u"differs"_s, u"differs_in"_s};
    return header;
}

QStringList shareCells(const std::optional<Proportion> &share)
{
    std::optional<double> low;
    std::optional<double> high;
    if (share && !share->tooFewClusters()) {
        low = share->interval.low;
        high = share->interval.high;
    }
    return {report::csvNumber(valueOf(share)), report::csvNumber(low), report::csvNumber(high)};
}

QString perThousandCell(const std::optional<double> &perUse)
{
    return report::csvNumber(perUse ? std::optional(wording::thousand * *perUse) : std::nullopt);
}

QStringList valueCells(const SegmentRow &row)
{
    std::optional<double> low;
    std::optional<double> high;
    if (row.valueInterval) {
        low = row.valueInterval->low;
        high = row.valueInterval->high;
    }
    return {perThousandCell(row.valuePerUse), perThousandCell(low), perThousandCell(high)};
}

QString segmentsCsv(const AnsweredSegments &answer, ScoreUnits units)
{
    QString csv = report::csvRow(csvHeader(answer.table));
    for (const SegmentRow &row : answer.table.rows) {
        QStringList cells;
        for (const std::string &value : row.values)
            cells.append(report::csvText(QString::fromStdString(value)));
        cells += {report::csvNumber(double(row.rows)),
                  report::csvNumber(units.inFile(row.threshold))};
        for (const Share share : segmentShares)
            cells += shareCells(row.shares[share]);
        cells += valueCells(row);
        const SegmentRow::Compared *most = row.mostDifferent();
        cells += {keyOf(row.differs()), most ? segmentShareKey(most->share) : QString()};
        csv += report::csvRow(cells);
    }
    return csv;
}

bool thresholdsDiffer(const SegmentTable &table)
{
    return std::ranges::any_of(table.rows, [&table](const SegmentRow &row) {
        return row.threshold.value != table.rows.front().threshold.value;
    });
}

std::vector<wording::SegmentColumn> textColumns(const SegmentTable &table)
{
    using wording::SegmentColumn;
    auto columns = wording::segmentColumns(table);
    if (std::ranges::find(columns, SegmentColumn::Threshold) == columns.end()
        && thresholdsDiffer(table))
        columns.insert(std::ranges::find(columns, SegmentColumn::Uses) + 1,
                       SegmentColumn::Threshold);
    return columns;
}

QString textCell(const SegmentRow &row, wording::SegmentColumn column, ScoreUnits units)
{
    return column == wording::SegmentColumn::Threshold
            ? wording::ownThresholdText(row.threshold, units.lowerIsPositive())
            : wording::segmentCell(row, column);
}

QString segmentsText(const AnsweredSegments &answer, ScoreUnits units)
{
    const SegmentTable &table = answer.table;
    const auto columns = textColumns(table);
    const auto lineOf = [&columns](const auto &cell) {
        QStringList line;
        for (const wording::SegmentColumn column : columns)
            line.append(cell(column));
        return line;
    };
    std::vector<QStringList> lines{lineOf([&](wording::SegmentColumn column) {
        return wording::segmentHeader(column, table.by, answer.words);
    })};
    for (const SegmentRow &row : table.rows)
        lines.push_back(lineOf(
                [&](wording::SegmentColumn column) { return textCell(row, column, units); }));
    lines.push_back(lineOf(
            [&](wording::SegmentColumn column) { return wording::everyoneCell(table, column); }));
    return segmentSentences(answer).join(u'\n') + u"\n\n"_s + alignedCells(lines);
}

Outcome segmentsFailure(const Problem &problem)
{
    return {{}, {}, wording::problemWords(problem, wording::Reader::CommandLine).sentence()};
}

} // namespace

Outcome segmentsCommand(const Options &options, const Input &input)
{
    const DecidedSetting decided = decidedSetting(options, input);
    const Scenario &scenario = decided.scenario;
    const auto &slice = decided.slice;
    Outcome outcome;
    outcome.notes = decided.notes;
    const SegmentsQuestion question = segmentsQuestion(scenario, {options.segments.by});
    const auto index = SegmentIndex::build(slice->rows(), question, question.by);
    if (!index)
        return segmentsFailure(index.problem());
    const SegmentIndex &segments = *index.value();
    PolicyOfSegmentsQuestion wanted = options.segments.policy;
    wanted.seed = options.seed;
    auto policy = segmentPolicy(segments, question, wanted);
    if (!policy)
        return segmentsFailure(policy.problem());
    const std::vector<Threshold> thresholds = policy.value().thresholds();
    const auto spreads = segmentSpreads(segments, question, thresholds);
    if (!spreads)
        return segmentsFailure(spreads.problem());
    const AnsweredSegments answer{wanted.rule,
                                  segmentTable(segments, question, &spreads.value(), thresholds),
                                  std::move(policy).value(), scenario.words};
    switch (options.format) {
    case Format::Csv:
        outcome.text = segmentsCsv(answer, input.units);
        break;
    case Format::Text:
        outcome.text = segmentsText(answer, input.units);
        break;
    case Format::Json:
    case Format::Svg: // not asked for
        outcome.text = segmentsJson(answer, input, scenario);
        break;
    }
    return outcome;
}

} // namespace oneinn::cli
