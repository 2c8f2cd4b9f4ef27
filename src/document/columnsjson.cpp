// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/columnsjson.h"

#include "presets/scenariojson.h"

#include <QJsonArray>

#include <optional>
#include <string>
#include <vector>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostColumns = 1000; ///< that a person names

QJsonArray textsJson(const std::vector<std::string> &texts)
{
    QJsonArray result;
    for (const std::string &text : texts)
        result.append(QString::fromStdString(text));
    return result;
}

QJsonValue unitJson(const std::optional<ingest::LatencyUnit> &unit)
{
    return unit ? QJsonValue(QString::fromUtf8(symbolOf(*unit))) : QJsonValue();
}

std::optional<ingest::LatencyUnit> readUnit(JsonReader &reader)
{
    using Unit = ingest::LatencyUnit;
    const auto symbol = reader.exactText(u"unit"_s);
    if (!symbol)
        return std::nullopt;
    for (const Unit unit :
         {Unit::Nanoseconds, Unit::Microseconds, Unit::Milliseconds, Unit::Seconds}) {
        if (symbolOf(unit) == *symbol)
            return unit;
    }
    reader.fail(u"unit"_s, {.kind = WantedValue::Kind::OneOf, .words = {"ns", "us", "ms", "s"}});
    return std::nullopt;
}

std::optional<char> readDelimiter(JsonReader &reader)
{
    const auto text = reader.exactText(u"delimiter"_s);
    if (!text)
        return std::nullopt;
    if (text->size() == 1)
        return text->front();
    reader.fail(u"delimiter"_s, WantedValue::Kind::OneCharacter);
    return std::nullopt;
}

/// A list of objects; null where there is none.
template<typename Item, typename JsonOf>
QJsonValue listJson(const std::optional<std::vector<Item>> &items, JsonOf jsonOf)
{
    if (!items)
        return {};
    QJsonArray all;
    for (const auto &item : *items)
        all.append(jsonOf(item));
    return all;
}

template<typename Item>
std::optional<std::vector<Item>> readList(JsonReader &reader, const QString &key,
                                          Item (*readItem)(JsonReader &))
{
    std::vector<Item> items;
    reader.objects(key, mostColumns, [&](JsonReader &inner) { items.push_back(readItem(inner)); });
    if (!reader.has(key))
        return std::nullopt;
    return items;
}

QJsonObject failedCellsJson(const ingest::FailedCells &cells)
{
    return {{u"column"_s, QString::fromStdString(cells.column)},
            {u"value"_s, optionalJson(cells.value)}};
}

ingest::FailedCells readFailedCells(JsonReader &reader)
{
    const auto column = reader.exactText(u"column"_s);
    if (!column)
        reader.fail(u"column"_s, WantedValue::Kind::ColumnName);
    return {column.value_or(std::string()), reader.exactText(u"value"_s)};
}

QJsonObject wideModelJson(const ingest::WideModel &model)
{
    return {{u"name"_s, QString::fromStdString(model.name)},
            {u"score"_s, QString::fromStdString(model.score)},
            {u"latency"_s, optionalJson(model.latency)}};
}

ingest::WideModel readWideModel(JsonReader &reader)
{
    const auto name = reader.exactText(u"name"_s);
    const auto score = reader.exactText(u"score"_s);
    if (!name)
        reader.fail(u"name"_s, WantedValue::Kind::ModelName);
    if (!score)
        reader.fail(u"score"_s, WantedValue::Kind::ColumnName);
    return {name.value_or(std::string()), score.value_or(std::string()),
            reader.exactText(u"latency"_s)};
}

} // namespace

QJsonObject columnsJson(const ingest::ColumnMapping &mapping)
{
    QJsonObject columns{
            {u"label"_s, optionalJson(mapping.label)},
            {u"positive"_s, optionalJson(mapping.positive)},
            {u"score"_s, optionalJson(mapping.score)},
            {u"latency"_s, optionalJson(mapping.latency)},
            {u"model"_s, optionalJson(mapping.model)},
            {u"weight"_s, optionalJson(mapping.weight)},
            {u"count"_s, optionalJson(mapping.count)},
            {u"sideBySide"_s, listJson(mapping.wide, wideModelJson)},
            {u"exampleId"_s, optionalJson(mapping.exampleId)},
            {u"exampleWith"_s, optionalJson(mapping.exampleWith)},
            {u"userId"_s, optionalJson(mapping.userId)},
            {u"day"_s, optionalJson(mapping.day)},
            {u"unit"_s, unitJson(mapping.unit)},
            {u"decision"_s, optionalJson(mapping.decision)},
            {u"lowerIsPositive"_s,
             mapping.lowerIsPositive ? QJsonValue(*mapping.lowerIsPositive) : QJsonValue()},
            {u"failed"_s, listJson(mapping.failed, failedCellsJson)},
            {u"delimiter"_s,
             mapping.delimiter ? QJsonValue(QString(QLatin1Char(*mapping.delimiter)))
                               : QJsonValue()},
            {u"segments"_s, textsJson(mapping.segments)},
            {u"extraSegments"_s, textsJson(mapping.extraSegments)},
    };
    // Where nothing was refused, nothing is said of it, as older programs know of no such key.
    if (!mapping.refused || !mapping.refused->empty() || !mapping.score)
        columns.insert(u"refused"_s, listJson(mapping.refused, failedCellsJson));
    // Only databases have it.
    if (mapping.table)
        columns.insert(u"table"_s, optionalJson(mapping.table));
    return columns;
}

ingest::ColumnMapping readColumns(JsonReader &reader)
{
    ingest::ColumnMapping mapping;
    mapping.label = reader.exactText(u"label"_s);
    mapping.positive = reader.exactText(u"positive"_s);
    mapping.score = reader.exactText(u"score"_s);
    mapping.latency = reader.exactText(u"latency"_s);
    mapping.model = reader.exactText(u"model"_s);
    mapping.weight = reader.exactText(u"weight"_s);
    mapping.count = reader.exactText(u"count"_s);
    // Sessions from before uses could be counted.
    if (!reader.mentions(u"count"_s) && mapping.score)
        mapping.count = "";
    mapping.wide = readList(reader, u"sideBySide"_s, readWideModel);
    mapping.exampleId = reader.exactText(u"exampleId"_s);
    mapping.exampleWith = reader.exactText(u"exampleWith"_s);
    // Sessions from before a second column could key examples.
    if (!reader.mentions(u"exampleWith"_s) && mapping.exampleId)
        mapping.exampleWith = "";
    mapping.userId = reader.exactText(u"userId"_s);
    mapping.day = reader.exactText(u"day"_s);
    mapping.unit = readUnit(reader);
    const bool lower = reader.flag(u"lowerIsPositive"_s, false);
    if (reader.has(u"lowerIsPositive"_s))
        mapping.lowerIsPositive = lower;
    mapping.decision = reader.exactText(u"decision"_s);
    // Sessions from before there was a predicted class: their score was the positive class's.
    if (!reader.mentions(u"decision"_s) && mapping.score) {
        mapping.decision = "";
        mapping.lowerIsPositive = lower;
    }
    mapping.failed = readList(reader, u"failed"_s, readFailedCells);
    // Nor did they know of calls that failed.
    if (!reader.mentions(u"failed"_s) && mapping.score)
        mapping.failed.emplace();
    mapping.refused = readList(reader, u"refused"_s, readFailedCells);
    // Nor of calls that were refused, and they are not mentioned where there are none.
    if (!reader.mentions(u"refused"_s) && mapping.score)
        mapping.refused.emplace();
    mapping.delimiter = readDelimiter(reader);
    mapping.table = reader.exactText(u"table"_s);
    mapping.segments = reader.texts(u"segments"_s, mostColumns);
    mapping.extraSegments = reader.texts(u"extraSegments"_s, mostColumns);
    return mapping;
}

} // namespace oneinn
