// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/data/rememberedcolumns.h"

#include "document/columnsjson.h"
#include "views/widgets/preferences.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace oneinn {

namespace {

constexpr QLatin1String memoryKey("columns");
constexpr QLatin1String headerName("header");
constexpr QLatin1String choiceName("choice");
constexpr qsizetype mostBytes = 8192; ///< of one choice, so that all fit into the preferences

QJsonArray withoutHeader(const std::string &header)
{
    QJsonArray kept;
    const QJsonArray all = preferences::value(memoryKey).toArray();
    for (const auto &each : all) {
        if (each.toObject().value(headerName).toString().toStdString() != header)
            kept.append(QJsonValue(each));
    }
    return kept;
}

} // namespace

RememberedColumns::RememberedColumns(QObject *parent)
    : QObject(parent)
{
}

ColumnMemory RememberedColumns::all() const
{
    ColumnMemory memory;
    const QJsonArray all = preferences::value(memoryKey).toArray();
    for (const auto &each : all) {
        const QJsonObject object = each.toObject();
        JsonReader reader(object.value(choiceName).toObject(), QString());
        ingest::ColumnMapping mapping = readColumns(reader);
        if (!reader.problem())
            memory.emplace(object.value(headerName).toString().toStdString(), std::move(mapping));
    }
    return memory;
}

void RememberedColumns::keep(const std::string &header, ingest::ColumnMapping mapping)
{
    mapping.delimiter.reset(); // a matter of the file's, before it has columns
    mapping.table.reset();
    const QJsonObject choice = columnsJson(mapping);
    QJsonArray kept = withoutHeader(header);
    const bool fits = QJsonDocument(choice).toJson(QJsonDocument::Compact).size() <= mostBytes;
    if (fits && !(mapping == ingest::ColumnMapping{}))
        kept.prepend(
                QJsonObject{{headerName, QLatin1String(header.c_str())}, {choiceName, choice}});
    while (kept.size() > most)
        kept.removeLast();
    preferences::keep(memoryKey, kept);
    Q_EMIT changed();
}

void RememberedColumns::forget(const std::string &header)
{
    preferences::keep(memoryKey, withoutHeader(header));
    Q_EMIT changed();
}

} // namespace oneinn

#include "moc_rememberedcolumns.cpp"
