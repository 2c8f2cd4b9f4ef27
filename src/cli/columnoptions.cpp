// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/columnoptions.h"

#include "cli/optionvalues.h"

#include <utility>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

std::optional<QString> anyText(const QString &text)
{
    return text;
}

/// One column, or several models' side by side.
void readScores(OptionReader &reader, ingest::ColumnMapping &columns)
{
    std::vector<ingest::WideModel> scores;
    reader.take(u"score"_s, QString(), anyText, [&scores](const QString &column) {
        const std::string name = column.toStdString();
        scores.push_back({name, name, std::nullopt});
    });
    if (scores.size() > 1)
        columns.wide = std::move(scores);
    else if (!scores.empty())
        columns.score = scores.front().score;
}

/// A key of one column or two.
void readExample(OptionReader &reader, ingest::ColumnMapping &columns)
{
    std::vector<std::string> keys;
    reader.take(u"example"_s, QString(), anyText,
                [&keys](const QString &column) { keys.push_back(column.toStdString()); });
    if (keys.size() > 2)
        return reader.fail(u"--example can be given twice at most."_s);
    if (keys.empty())
        return;
    columns.exampleId = keys.front();
    columns.exampleWith = keys.back() == keys.front() ? std::string() : keys.back();
}

void readDirection(OptionReader &reader, ingest::ColumnMapping &columns)
{
    if (reader.isSet(u"lower-is-positive"_s))
        columns.lowerIsPositive = true;
    if (reader.isSet(u"score-direction"_s)) {
        bool low = false;
        reader.takeChoice<bool>(u"score-direction"_s, {{u"high"_s, false}, {u"low"_s, true}}, low);
        columns.lowerIsPositive = low;
    }
}

void readUnit(OptionReader &reader, ingest::ColumnMapping &columns)
{
    using ingest::LatencyUnit;
    if (reader.isSet(u"latency-unit"_s)) {
        LatencyUnit unit{};
        reader.takeChoice<LatencyUnit>(u"latency-unit"_s,
                                       {{u"ns"_s, LatencyUnit::Nanoseconds},
                                        {u"us"_s, LatencyUnit::Microseconds},
                                        {u"ms"_s, LatencyUnit::Milliseconds},
                                        {u"s"_s, LatencyUnit::Seconds}},
                                       unit);
        columns.unit = unit;
    }
}

void readFailed(OptionReader &reader, ingest::ColumnMapping &columns)
{
    if (reader.isSet(u"failed"_s))
        columns.failed.emplace();
    reader.take(u"failed"_s, u"a column, or a column and a value as in error=429"_s, failedCells,
                [&](const ingest::FailedCells &cells) {
                    if (!cells.column.empty())
                        columns.failed->push_back(cells);
                });
}

/// Their columns are loaded besides, however many values they have.
void readWhere(OptionReader &reader, Options &options)
{
    if (reader.isSet(u"where"_s))
        options.where.clear();
    reader.take(u"where"_s, u"a column and a value, as in country=NL"_s, whereClause,
                [&](const Selection::Where &where) {
                    options.where.push_back(where);
                    options.columns.extraSegments.push_back(where.column);
                });
}

} // namespace

void readColumns(OptionReader &reader, Options &options)
{
    ingest::ColumnMapping &columns = options.columns;
    reader.takeText(u"label"_s, columns.label);
    reader.takeText(u"positive"_s, columns.positive);
    readScores(reader, columns);
    readExample(reader, columns);
    reader.takeText(u"user"_s, columns.userId);
    reader.takeText(u"day"_s, columns.day);
    reader.takeText(u"decision"_s, columns.decision);
    reader.takeText(u"latency"_s, columns.latency);
    reader.takeText(u"model-column"_s, columns.model);
    reader.takeText(u"weight"_s, columns.weight);
    reader.takeText(u"count"_s, columns.count);
    reader.takeText(u"model"_s, options.model);
    readDirection(reader, columns);
    readUnit(reader, columns);
    readFailed(reader, columns);
    reader.take(u"delimiter"_s, u"one character such as ; or |, or the word tab"_s, delimiterNamed,
                [&](char delimiter) { columns.delimiter = delimiter; });
    readWhere(reader, options);
}

} // namespace oneinn::cli
