// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/tablefile.h"

#include "core/predictions/labelconflicts.h"
#include "ingest/columnguess.h"
#include "ingest/delimiterguess.h"
#include "ingest/memoryneed.h"
#include "ingest/predictionsbuilder.h"

#include <limits>
#include <utility>

namespace oneinn::ingest {

namespace {

constexpr double textDone = 0.1;    ///< of looking at the whole
constexpr double columnsDone = 0.1; ///< of loading

Problem positiveValueUnclear(const ResolvedMapping &mapping)
{
    return {.kind = ProblemKind::PositiveValueUnclear,
            .column = mapping.label.value,
            .names = {mapping.positive.value, mapping.negative}};
}

} // namespace

Result<TableFile::Ptr> TableFile::of(FileBytes::Ptr bytes, std::optional<char> delimiter,
                                     const JobControl &job)
{
    auto file = std::make_shared<TableFile>();
    file->m_bytes = std::move(bytes);
    auto source = withinMemory(
            [&] { return sourceText(file->m_bytes->text(), job.part(0.0, textDone)); });
    if (!source)
        return file->named(source.problem());
    file->m_source = std::move(source).value();
    const auto &text = file->m_source;
    auto table = withinMemory([&] {
        return profileTable(
                text.text,
                delimiter ? *delimiter : text.delimiter.value_or(guessDelimiter(text.text)),
                job.part(textDone, 1.0), std::numeric_limits<std::uint32_t>::max(), text.firstLine);
    });
    if (!table)
        return file->named(table.problem());
    file->m_table = std::move(table).value();
    return Ptr(std::move(file));
}

Result<LoadedFile> TableFile::load(const ColumnMapping &mapping, const JobControl &job) const
{
    auto loaded = withinMemory([&] { return loadInMemory(mapping, job); });
    return loaded ? std::move(loaded) : Result<LoadedFile>(named(loaded.problem()));
}

Result<ResolvedTable> TableFile::resolve(const ColumnMapping &mapping, const JobControl &job) const
{
    auto resolved = resolveMapping(m_table, mapping, job);
    if (!resolved)
        return resolved;
    auto table = std::move(resolved).value();
    table.mapping.notes.insert(table.mapping.notes.begin(), m_source.notes.begin(),
                               m_source.notes.end());
    return table;
}

Result<LoadedFile> TableFile::loadInMemory(const ColumnMapping &mapping,
                                           const JobControl &job) const
{
    auto resolved = resolve(mapping, job.part(0.0, columnsDone));
    if (!resolved)
        return resolved.problem();
    const auto table = std::move(resolved).value();
    if (const auto *doubt = table.mapping.doubt())
        return Problem{
                .kind = ProblemKind::ColumnUnclear, .column = doubt->column, .doubt = *doubt};
    if (!table.labels.clear)
        return positiveValueUnclear(table.mapping);
    if (auto problem = memoryProblem(memoryNeed(m_table.records, table.mapping), memoryAvailable()))
        return *problem;
    const auto predictions = buildPredictions(m_source.text, m_table, table,
                                              job.part(columnsDone, 1.0), m_source.firstLine);
    if (!predictions)
        return predictions.problem();
    ResolvedMapping read = table.mapping;
    if (const auto conflicts = labelConflicts(*predictions.value()); conflicts.examples > 0) {
        read.notes.push_back({.kind = ReadingNote::Kind::LabelsDiffer,
                              .column = predictions.value()->exampleId()->name,
                              .value = static_cast<double>(conflicts.of),
                              .place = conflicts.examples,
                              .names = conflicts.names});
    }
    if (mapping.failed && !mapping.failed->empty() && !predictions.value()->hasFailures()) {
        for (const auto &cells : *mapping.failed)
            read.notes.push_back({.kind = ReadingNote::Kind::NoneFailed,
                                  .column = cells.column,
                                  .cell = cells.value.value_or(std::string())});
    }
    return LoadedFile{.predictions = predictions.value(),
                      .mapping = std::move(read),
                      .columns = columnNames(),
                      .delimiter = m_table.delimiter};
}

Result<FilePreview> TableFile::preview(const ColumnMapping &mapping, const JobControl &job) const
{
    const auto resolved = withinMemory([&] { return resolve(mapping, job); });
    if (!resolved)
        return named(resolved.problem());
    const auto &table = resolved.value();
    const auto label = *m_table.find(table.mapping.label.value);
    return FilePreview{.mapping = table.mapping,
                       .positiveIsClear = table.labels.clear,
                       .labelValues = m_table.columns[label].values,
                       .columns = columnNames(),
                       .delimiter = m_table.delimiter,
                       .records = m_table.records};
}

std::vector<std::string> TableFile::columnNames() const
{
    std::vector<std::string> names;
    names.reserve(m_table.columns.size());
    for (const auto &column : m_table.columns)
        names.push_back(column.name);
    return names;
}

Problem TableFile::named(Problem problem) const
{
    problem.file = m_bytes->path().string();
    return problem;
}

} // namespace oneinn::ingest
