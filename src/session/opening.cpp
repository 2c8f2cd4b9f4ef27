// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/opening.h"

#include "core/predictions/defaultselection.h"
#include "databases/place.h"
#include "document/dataplaces.h"
#include "ingest/memoryneed.h"
#include "ingest/readingstages.h"
#include "session/sessionfit.h"

#include <QFile>

#include <filesystem>
#include <string>
#include <utility>

namespace oneinn {

namespace {

// Shares of the whole: what is left is indexing.
constexpr double bytesRead = 0.08;
constexpr double rowsSent = 0.3; ///< in place of it, by a database
constexpr double tableKnown = 0.4;
constexpr double allRead = 0.8;
constexpr double columnsRead = 0.2; ///< of choosing columns alone

bool otherColumnsMayMend(ProblemKind kind)
{
    switch (kind) {
    case ProblemKind::ColumnMissing:
    case ProblemKind::NoLabelColumn:
    case ProblemKind::NoScoreColumn:
    case ProblemKind::DecisionsDiffer:
    case ProblemKind::ColumnUnclear:
    case ProblemKind::PositiveValueUnclear:
    case ProblemKind::PositiveValueMissing:
    case ProblemKind::LabelNotBinary:
    case ProblemKind::NothingUsable:
        return true;
    default:
        return false;
    }
}

Result<ReadTable> readTable(const Source &source, const JobControl &job)
{
    const std::string named = source.mapping.table.value_or(std::string());
    const std::filesystem::path place = QFile::encodeName(source.path).toStdString();
    const double read = isDatabaseAddress(source.path) ? rowsSent : bytesRead;
    const auto bytes = databases::bytesAt(place, named, job.part(0.0, read));
    if (!bytes)
        return bytes.problem();
    auto digest = std::make_shared<const BytesDigest>(bytes.value());
    const auto table = ingest::TableFile::of(bytes.value(), source.mapping.delimiter,
                                             job.part(read, tableKnown), source.mapping.format,
                                             databases::tableWithin(place, named));
    if (!table)
        return table.problem();
    return ReadTable{table.value(), std::move(digest)};
}

/// All but the index.
Result<OpenedData> rowsOf(const ReadTable &read, Source source, const JobControl &job)
{
    std::vector<Misfit> misfits;
    const bool mayNotFit = source.session || source.isReadAgain;
    auto file = mayNotFit ? loadWhatFits(*read.table, source, misfits, job)
                          : read.table->load(source.mapping, job);
    if (!file)
        return file.problem();
    if (mayNotFit)
        keepWhatFits(source, *file.value().predictions, misfits);
    if (!read.digest->wait(job.stop))
        return Problem{.kind = ProblemKind::Cancelled};
    auto reference = read.digest->reference();
    return OpenedData{.source = std::move(source),
                      .file = std::move(file).value(),
                      .reference = std::move(reference),
                      .rows = nullptr,
                      .misfits = std::move(misfits)};
}

/// As a person chose it for other files of these columns; absent where that is not known, or where
/// it does not fit.
std::optional<Result<OpenedData>> recalledRows(const ReadTable &read, const Source &source,
                                               const ColumnMemory &memory, const JobControl &job)
{
    const auto &table = source.mapping.table; // says nothing about columns
    if (memory.empty() || source.session
        || !(source.mapping == ingest::ColumnMapping{.table = table}))
        return std::nullopt;
    const auto known = memory.find(headerKey(read.table->columns()));
    if (known == memory.end())
        return std::nullopt;
    Source recalled = source;
    recalled.mapping = known->second;
    recalled.mapping.table = table;
    recalled.mappingIsRecalled = true;
    auto data = rowsOf(read, std::move(recalled), job);
    if (!data && otherColumnsMayMend(data.problem().kind))
        return std::nullopt;
    return data;
}

Result<OpenedData> indexed(OpenedData data, const JobControl &job)
{
    const PredictionsPtr &predictions = data.file.predictions;
    Scenario scenario = data.source.scenario.value_or(Scenario{});
    if (!data.source.scenario || data.source.atDefaultSelection)
        scenario.selection = defaultSelection(*predictions);
    auto rows = ScenarioRows::prepare(predictions, scenario, job);
    if (!rows)
        return rows.problem();
    data.rows = std::move(rows).value();
    return data;
}

Opened opened(const Source &source, const std::optional<ReadTable> &kept, const JobControl &job,
              const ColumnMemory &memory)
{
    auto read = kept ? Result<ReadTable>(*kept) : readTable(source, job);
    if (!read)
        return {read.problem(), {}, {}};
    std::optional<ReadTable> table = std::move(read).value();
    std::optional<ReadTable> pipe;
    if (table->table->bytes().isPipe())
        pipe = table;
    auto recalled = recalledRows(*table, source, memory, job.part(tableKnown, allRead));
    auto data =
            recalled ? *std::move(recalled) : rowsOf(*table, source, job.part(tableKnown, allRead));
    if (!data) {
        std::optional<ColumnChoices> choices;
        if (otherColumnsMayMend(data.problem().kind))
            choices = ColumnChoices{source, table->table};
        return {data.problem(), std::move(choices), std::move(pipe)};
    }
    table.reset(); // an index needs the room
    return {indexed(std::move(data).value(), job.part(allRead, 1.0)), {}, std::move(pipe)};
}

} // namespace

Result<ingest::TableFile::Ptr> readTableOf(const Source &source, const JobControl &job)
{
    const std::string named = source.mapping.table.value_or(std::string());
    const std::filesystem::path place = QFile::encodeName(source.path).toStdString();
    const auto bytes = databases::bytesAt(place, named, job.part(0.0, columnsRead));
    if (!bytes)
        return bytes.problem();
    return ingest::TableFile::of(bytes.value(), source.mapping.delimiter,
                                 job.part(columnsRead, 1.0), source.mapping.format,
                                 databases::tableWithin(place, named));
}

Opened openSource(const Source &source, const std::optional<ReadTable> &kept, const JobControl &job,
                  const ColumnMemory &memory)
{
    std::optional<Opened> result;
    const auto problem = ingest::withinMemory([&]() -> std::optional<Problem> {
        result = opened(source, kept, job, memory);
        return std::nullopt;
    });
    if (!problem)
        return *std::move(result);
    Problem named = *problem;
    named.file = source.path.toStdString();
    return {std::move(named), {}, {}};
}

} // namespace oneinn
