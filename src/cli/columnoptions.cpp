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

void readRefused(OptionReader &reader, ingest::ColumnMapping &columns)
{
    if (reader.isSet(u"refused"_s))
        columns.refused.emplace();
    reader.take(u"refused"_s, u"a column, or a column and a value as in finish_reason=refusal"_s,
                failedCells, [&](const ingest::FailedCells &cells) {
                    if (!cells.column.empty())
                        columns.refused->push_back(cells);
                });
}

/// Without a value, whatever says yes in a column of caches.
void readCached(OptionReader &reader, ingest::ColumnMapping &columns)
{
    if (reader.isSet(u"cached"_s))
        columns.cached.emplace();
    reader.take(u"cached"_s, u"a column, or a column and a value as in cache=HIT"_s, failedCells,
                [&](const ingest::FailedCells &cells) {
                    if (cells.column.empty())
                        return;
                    if (cells.value) {
                        columns.cached->push_back(cells);
                        return;
                    }
                    for (const char *yes : {"1", "true", "True", "TRUE", "yes", "Yes", "hit", "Hit",
                                            "HIT", "cached", "t", "y"})
                        columns.cached->push_back({cells.column, yes});
                });
}

/// Two names of one option.
void readDay(OptionReader &reader, ingest::ColumnMapping &columns)
{
    if (reader.isSet(u"day"_s) && reader.isSet(u"time"_s))
        return reader.fail(u"--day and --time name the same column: give one of them."_s);
    reader.takeText(u"day"_s, columns.day);
    reader.takeText(u"time"_s, columns.day);
}

void readFormat(OptionReader &reader, ingest::ColumnMapping &columns)
{
    using ingest::InputFormat;
    if (!reader.isSet(u"input-format"_s))
        return;
    enum class Written { Csv, Tsv, Json, Arff };
    Written written{};
    reader.takeChoice<Written>(u"input-format"_s,
                               {{u"csv"_s, Written::Csv},
                                {u"tsv"_s, Written::Tsv},
                                {u"json"_s, Written::Json},
                                {u"arff"_s, Written::Arff}},
                               written);
    columns.format = written == Written::Json ? InputFormat::Json
            : written == Written::Arff        ? InputFormat::Arff
                                              : InputFormat::Delimited;
    if (written == Written::Tsv)
        columns.delimiter = '\t';
}

void readTruth(OptionReader &reader, Options &options)
{
    std::optional<std::string> truth;
    reader.takeText(u"truth"_s, truth);
    if (truth)
        options.truth = QString::fromStdString(*truth);
    reader.take(u"on"_s,
                u"a column with ids that both files have, or C=D where they are called otherwise"_s,
                failedCells, [&](const ingest::FailedCells &ids) {
                    options.joinedBy = {ids.column, ids.value.value_or(ids.column)};
                });
    if (reader.isSet(u"on"_s) && !truth)
        return reader.fail(u"--on goes with --truth: the file whose ids are to be found."_s);
    if (truth && truth->empty())
        return reader.fail(u"--truth needs a file with what was really so."_s);
    if (truth == "-" && options.file == u"-"_s)
        reader.fail(u"Only one of the two files can come from standard input."_s);
}

/// Their columns are loaded besides, however many values they have.
void readWhere(OptionReader &reader, Options &options)
{
    if (reader.isSet(u"where"_s))
        options.where.clear();
    reader.take(u"where"_s,
                u"a column and a value, as in country=NL, 'day>=2026-03-01' or 'day<2026-03-01'"_s,
                whereClause, [&](const Selection::Where &where) {
                    options.where.push_back(where);
                    options.columns.extraSegments.push_back(where.column);
                });
}

/// Read as the column of users is, which it stands in for.
void readIntervals(OptionReader &reader, Options &options)
{
    reader.takeText(u"cluster"_s, options.cluster);
    if (options.cluster && reader.isSet(u"user"_s))
        return reader.fail(
                u"--user and --cluster both say which uses hang together: give one of them."_s);
    if (options.cluster && options.cluster->empty())
        return reader.fail(u"--cluster needs the name of a column. So that no uses hang together, "
                           "give --interval wilson."_s);
    if (options.cluster)
        options.columns.userId = options.cluster;
    reader.takeChoice<IntervalKind>(u"interval"_s,
                                    {{u"wilson"_s, IntervalKind::Wilson},
                                     {u"clustered"_s, IntervalKind::Clustered},
                                     {u"exact"_s, IntervalKind::Exact}},
                                    options.intervals);
    const bool takesEachAlone =
            options.intervals == IntervalKind::Wilson || options.intervals == IntervalKind::Exact;
    if (options.cluster && takesEachAlone)
        reader.fail(u"--cluster says which uses hang together, and --interval %1 that none do: "
                    "give one of them."_s.arg(reader.text(u"interval"_s).value_or(QString())));
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
    readDay(reader, columns);
    readIntervals(reader, options);
    if (options.command != Command::Drop)
        options.recalibrate = reader.isSet(u"recalibrate"_s);
    else if (reader.isSet(u"recalibrate"_s))
        reader.fail(u"--recalibrate would hide what drop looks for: that scores come to mean "
                    "something else."_s);
    reader.takeText(u"decision"_s, columns.decision);
    reader.takeText(u"latency"_s, columns.latency);
    reader.takeText(u"first-token"_s, columns.firstToken);
    reader.takeText(u"table-name"_s, columns.table);
    reader.takeText(u"model-column"_s, columns.model);
    reader.takeText(u"weight"_s, columns.weight);
    reader.takeText(u"count"_s, columns.count);
    reader.takeText(u"model"_s, options.model);
    readDirection(reader, columns);
    readUnit(reader, columns);
    readFailed(reader, columns);
    readRefused(reader, columns);
    readCached(reader, columns);
    readTruth(reader, options);
    reader.take(u"delimiter"_s, u"one character such as ; or |, or the word tab"_s, delimiterNamed,
                [&](char delimiter) { columns.delimiter = delimiter; });
    readFormat(reader, columns);
    readWhere(reader, options);
}

} // namespace oneinn::cli
