// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/segmentsoutput.h"

#include "cli/table.h"
#include "report/csv.h"
#include "wording/numbers.h"
#include "wording/ownthresholdwords.h"
#include "wording/segmentwords.h"

#include <algorithm>
#include <array>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

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
    if (table.gain) {
        for (const QString &key : {u"missed"_s, u"wrong_of_shown"_s, u"value_per_1000"_s})
            header += {key + u"_before"_s, key + u"_difference"_s, key + u"_difference_low"_s,
                       key + u"_difference_high"_s};
    }
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

QStringList pairCells(const std::optional<MeasureComparison> &measure, double scale)
{
    if (!measure)
        return {QString(), QString(), QString(), QString()};
    const bool told = !measure->tooFewDiffer || measure->isNone();
    const auto limit = [&](double value) {
        return report::csvNumber(told ? std::optional(scale * value) : std::nullopt);
    };
    return {report::csvNumber(scale * measure->b), report::csvNumber(scale * measure->difference),
            limit(measure->interval.low), limit(measure->interval.high)};
}

QStringList beforeAfterCells(const SegmentRow &row, const AnsweredSegments &answer)
{
    if (!answer.table.gain)
        return {};
    const SegmentDifferences differences =
            row.before ? answer.differences[row.segment] : SegmentDifferences();
    return pairCells(differences.missed, 1.0) + pairCells(differences.wrongOfShown, 1.0)
            + pairCells(differences.valuePerUse, wording::thousand);
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
            : wording::segmentDifferenceMark(row, column) + wording::segmentCell(row, column);
}

/// Of those with a threshold of their own, who pays most first; nothing where none has one.
QString beforeAfterTable(const AnsweredSegments &answer)
{
    using wording::SegmentColumn;
    constexpr std::array pairs{SegmentColumn::Missed, SegmentColumn::WrongOfShown,
                               SegmentColumn::Value};
    const auto rows = wording::payingMostFirst(answer.table);
    if (rows.empty())
        return {};
    const auto header = [&answer](SegmentColumn column) {
        return wording::segmentHeader(column, answer.table.by, answer.words);
    };
    QStringList line{header(SegmentColumn::Name), header(SegmentColumn::Gain)};
    for (const SegmentColumn column : pairs)
        line += {header(column), u"difference"_s};
    std::vector<QStringList> lines{line};
    for (const SegmentRow *row : rows) {
        line = {wording::segmentName(row->values), wording::segmentCell(*row, SegmentColumn::Gain)};
        for (const SegmentColumn column : pairs)
            line += {wording::beforeAfterCell(*row, column),
                     wording::differenceCell(&answer.differences[row->segment], column)};
        lines.push_back(line);
    }
    const QString chosen = answer.policy.optimism
            ? u" What a chosen threshold looks too good by is in the lower end of its worth."_s
            : QString();
    return u"\nBefore, with one threshold, and after; who pays most comes first."_s + chosen + u'\n'
            + alignedCells(lines);
}

/// What each budget of its own changes.
QStringList budgetSentences(const AnsweredSegments &answer)
{
    QStringList sentences;
    for (const SegmentRow &row : answer.table.rows) {
        if (row.segment < answer.budgetChanges.size() && answer.budgetChanges[row.segment])
            sentences.append(wording::budgetBeforeAfterText(row, *answer.budgetChanges[row.segment],
                                                            answer.words));
    }
    return sentences;
}

} // namespace

QString segmentShareKey(Share share)
{
    if (share == Share::Left)
        return u"gone"_s;
    if (share == Share::Good)
        return u"positive"_s;
    const std::string_view key = kindOf(share).key;
    return QString::fromUtf8(key.data(), static_cast<qsizetype>(key.size()));
}

QString segmentDifferenceKey(SegmentDifference differs)
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

QStringList segmentSentences(const AnsweredSegments &answer)
{
    const wording::DifferencesOfSegment differencesOf = [&answer](std::size_t segment) {
        return segment < answer.differences.size() ? &answer.differences[segment] : nullptr;
    };
    return QStringList{wording::segmentsSentence(answer.table, answer.words)}
    + (answer.rule ? wording::segmentPolicySentences(answer.table, answer.policy, *answer.rule,
                                                     answer.words, differencesOf)
                   : wording::ownThresholdsSentences(answer.table, answer.policy, answer.found,
                                                     answer.words, differencesOf))
            + budgetSentences(answer) + wording::segmentsNotes(answer.table, answer.words);
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
        cells += {segmentDifferenceKey(row.differs()),
                  most ? segmentShareKey(most->share) : QString()};
        cells += beforeAfterCells(row, answer);
        csv += report::csvRow(cells);
    }
    return csv;
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
    return segmentSentences(answer).join(u'\n') + u"\n\n"_s + alignedCells(lines)
            + beforeAfterTable(answer);
}

} // namespace oneinn::cli
