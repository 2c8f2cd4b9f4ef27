// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/assessmentjson.h"
#include "cli/segmentsoutput.h"
#include "wording/numbers.h"
#include "wording/segmentwords.h"

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

QString keyOf(const std::optional<SegmentRule> &rule)
{
    if (!rule)
        return u"own"_s;
    switch (*rule) {
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
        json.emplace_back(u"differs"_s, segmentDifferenceKey(compared->differs));
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

/// As `differs` says it of the segments beside each other.
QString holdsKey(DifferenceHolds holds)
{
    switch (holds) {
    case DifferenceHolds::InTable:
        return u"in-table"_s;
    case DifferenceHolds::Alone:
        return u"alone"_s;
    case DifferenceHolds::No:
        break;
    }
    return u"may-be-chance"_s;
}

/// One pair: before, with the threshold for all, and after; and the paired difference.
Json pairJson(const std::optional<MeasureComparison> &measure, DifferenceHolds holds, double scale)
{
    if (!measure)
        return {};
    const bool told = !measure->tooFewDiffer || measure->isNone();
    return Json::Object{
            {u"before"_s, scale * measure->b},
            {u"after"_s, scale * measure->a},
            {u"difference"_s, scale * measure->difference},
            {u"interval"_s,
             told ? intervalJson({scale * measure->interval.low, scale * measure->interval.high})
                  : Json()},
            {u"holds"_s, holdsKey(holds)}};
}

Json beforeAfterJson(const SegmentRow &row, const AnsweredSegments &answer)
{
    if (!row.before)
        return {};
    const SegmentDifferences &differences = answer.differences[row.segment];
    return Json::Object{
            {u"missed"_s, pairJson(differences.missed, differences.missedHolds, 1.0)},
            {u"wrong_of_shown"_s, pairJson(differences.wrongOfShown, differences.wrongHolds, 1.0)},
            {u"value_per_1000"_s,
             pairJson(differences.valuePerUse, differences.valueHolds, wording::thousand)}};
}

/// What its own latency budget changes; null where it has that of all others.
Json budgetChangeJson(const SegmentRow &row, const AnsweredSegments &answer)
{
    if (row.segment >= answer.budgetChanges.size() || !answer.budgetChanges[row.segment])
        return {};
    const SegmentDifferences &differences = answer.budgetChanges[row.segment]->differences;
    using enum DifferenceHolds;
    const auto holds = [](const std::optional<MeasureComparison> &measure) {
        const bool sure = measure && !measure->tooFewDiffer
                && (measure->interval.low > 0.0 || measure->interval.high < 0.0);
        return sure ? Alone : No;
    };
    const auto pair = [&holds](const std::optional<MeasureComparison> &measure, double scale) {
        return pairJson(measure, holds(measure), scale);
    };
    return Json::Object{{u"late"_s, pair(differences.late, 1.0)},
                        {u"missed"_s, pair(differences.missed, 1.0)},
                        {u"wrong_of_shown"_s, pair(differences.wrongOfShown, 1.0)},
                        {u"value_per_1000"_s, pair(differences.valuePerUse, wording::thousand)}};
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
                        {u"budget_ms"_s, row.budget ? Json(row.budget->value) : Json()},
                        {u"shares"_s, segmentSharesJson(row.shares, &row)},
                        {u"value_per_1000"_s, valuePerThousandJson(row.valuePerUse)},
                        {u"value_interval"_s,
                         row.valueInterval
                                 ? intervalJson({wording::thousand * row.valueInterval->low,
                                                 wording::thousand * row.valueInterval->high})
                                 : Json()},
                        {u"value_told"_s, row.tellsValue()},
                        {u"differs"_s, segmentDifferenceKey(row.differs())},
                        {u"differs_in"_s, most ? Json(segmentShareKey(most->share)) : Json()},
                        {u"change_per_1000_of_all"_s,
                         Json::Object{{u"value"_s, change.value},
                                      {u"wrong_shown"_s, change.wrongShown},
                                      {u"missed"_s, change.missed},
                                      {u"optimism"_s, change.optimism}}},
                        {u"before_after"_s, beforeAfterJson(row, answer)},
                        {u"budget_before_after"_s, budgetChangeJson(row, answer)},
                        {u"sentence"_s, wording::segmentText(row, answer.words)}};
}

} // namespace

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
                         {u"policy_found"_s, answer.found ? Json(keyOf(answer.found)) : Json()},
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

} // namespace oneinn::cli
