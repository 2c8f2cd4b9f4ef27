// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/stagescommand.h"

#include "cli/inputtable.h"
#include "cli/json.h"
#include "ingest/stagetable.h"
#include "pictures/svg.h"
#include "report/csv.h"
#include "report/figuresize.h"
#include "report/stagespicture.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/phrases.h"
#include "wording/problemwords.h"
#include "wording/stagewords.h"

#include <string>
#include <vector>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

namespace {

/// What was read, and what it comes to.
struct ToldStages {
    const ingest::StageTable &table;
    const ingest::TableFile &file;
    PipelineLosses losses;

    QString columnName(std::size_t column) const
    {
        return QString::fromStdString(file.columns()[column].name);
    }
};

Json stageLossJson(const ToldStages &told, std::size_t stage)
{
    const StageLoss &loss = told.losses.stages[stage];
    const ingest::StageColumn &column = told.table.columns[stage];
    const auto &worth = loss.worthInterval;
    return Json::Object{
            {u"name"_s, QString::fromStdString(column.name)},
            {u"column"_s, told.columnName(column.column)},
            {u"wait"_s, column.wait ? Json(told.columnName(*column.wait)) : Json()},
            {u"reached"_s, wording::thousand * loss.reached},
            {u"lost"_s, wording::thousand * loss.lost},
            {u"lost_low"_s, wording::thousand * loss.lostInterval.low},
            {u"lost_high"_s, wording::thousand * loss.lostInterval.high},
            {u"lost_of_reached"_s, Json(loss.lostOf)},
            {u"worth"_s, perThousand(loss.worth)},
            {u"worth_low"_s, worth ? perThousand(worth->low) : Json()},
            {u"worth_high"_s, worth ? perThousand(worth->high) : Json()},
            {u"wait_ms"_s, Json(loss.wait)},
            {u"waited"_s, perThousand(loss.waited)},
            {u"time_share"_s, Json(loss.timeShare)},
    };
}

QString stagesJson(const ToldStages &told)
{
    Json::Array stages;
    for (std::size_t stage = 0; stage < told.losses.stages.size(); ++stage)
        stages.push_back(stageLossJson(told, stage));
    const Json json = Json::Object{
            {u"per_uses"_s, wording::thousand},
            {u"uses"_s, told.losses.uses},
            {u"records"_s, told.table.records},
            {u"set_aside"_s,
             Json::Object{{u"unknown"_s, told.table.unknown},
                          {u"weight_missing"_s, told.table.weightMissing},
                          {u"outside"_s, told.table.outside}}},
            {u"right"_s, wording::thousand * told.losses.right},
            {u"right_low"_s, wording::thousand * told.losses.rightInterval.low},
            {u"right_high"_s, wording::thousand * told.losses.rightInterval.high},
            {u"stages"_s, std::move(stages)},
            {u"sentences"_s,
             Json::strings(wording::stageSentences({told.losses, told.table.rows.names}))}};
    return json.text() + u'\n';
}

QString stagesCsv(const ToldStages &told)
{
    const auto cell = [](const std::optional<double> &value) {
        return value ? report::csvNumber(wording::thousand * *value) : QString();
    };
    QString csv = report::csvRow(
            {u"stage"_s, u"lost_per_1000"_s, u"worth_per_1000"_s, u"mean_wait_ms"_s});
    for (std::size_t stage = 0; stage < told.losses.stages.size(); ++stage) {
        const StageLoss &loss = told.losses.stages[stage];
        csv += report::csvRow({QString::fromStdString(told.table.rows.names[stage]),
                               cell(loss.lost), cell(loss.worth),
                               loss.wait ? report::csvNumber(*loss.wait) : QString()});
    }
    return csv + report::csvRow({u"right"_s, cell(told.losses.right), QString(), QString()});
}

QStringList stageNotes(const ToldStages &told)
{
    QStringList notes;
    std::vector<std::string> read;
    for (const ingest::StageColumn &column : told.table.columns) {
        read.push_back(told.file.columns()[column.column].name);
        if (column.unitIsAssumed)
            notes.append(wording::stageUnitNote(told.file.columns()[*column.wait].name));
    }
    if (told.table.guessed)
        notes.prepend(wording::stagesGuessedNote(read) + u" (--stage to say others)."_s);
    notes.append(wording::stagesAsideNote(told.table.aside()));
    notes.removeAll(QString());
    return notes;
}

QString stagesText(const ToldStages &told, Format format)
{
    switch (format) {
    case Format::Text:
        return wording::stageSentences({told.losses, told.table.rows.names}).join(u'\n') + u'\n';
    case Format::Csv:
        return stagesCsv(told);
    case Format::Svg:
        return QString::fromUtf8(pictures::toSvg(report::stagesPicture(
                {told.losses, told.table.rows.names},
                {report::figureWidth, report::stagesFigureHeight(told.losses)})));
    default:
        return stagesJson(told);
    }
}

Unusable unusableStages(Problem problem, const QString &file)
{
    if (problem.file.empty())
        problem.file = file.toStdString();
    return {wording::problemWords(problem, wording::Reader::CommandLine).sentence()};
}

} // namespace

std::variant<Outcome, Unusable> stagesCommand(const Options &options)
{
    const auto bytes = inputBytes(options);
    if (!bytes)
        return unusableStages(bytes.problem(), options.file);
    const auto file = inputTable(options, bytes.value());
    if (!file)
        return unusableStages(file.problem(), options.file);
    if (options.stages.empty() && ingest::guessedStages(*file.value()).empty())
        return Unusable{u"No two columns are named after stages of a pipeline (retrieved, ranked, "
                        "answered). Name each: --stage NAME=COLUMN, or NAME=COLUMN:WAIT."_s};
    const auto read = ingest::stageTable(*file.value(),
                                         {.stages = options.stages,
                                          .weight = options.columns.weight,
                                          .user = options.columns.userId,
                                          .day = options.columns.day,
                                          .where = options.where});
    if (!read)
        return unusableStages(read.problem(), options.file);
    const ToldStages told{read.value(), *file.value(), *pipelineLosses(read.value().rows)};
    return Outcome{stagesText(told, options.format), stageNotes(told)};
}

} // namespace oneinn::cli
