// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/tablefile.h"

#include "core/clusters/rowclusters.h"

#include "core/predictions/labelconflicts.h"
#include "ingest/columnguess.h"
#include "ingest/delimitedreader.h"
#include "ingest/delimiterguess.h"
#include "ingest/memoryneed.h"
#include "ingest/predictionsbuilder.h"
#include "ingest/stagetable.h"
#include "ingest/titlelines.h"

#include <algorithm>
#include <cmath>
#include <iterator>
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

/// That nothing in the file is what a person said of it.
void noteNone(ResolvedMapping &read, ReadingNote::Kind kind,
              const std::optional<std::vector<FailedCells>> &said)
{
    for (const auto &cells : said.value_or(std::vector<FailedCells>()))
        read.notes.push_back({.kind = kind,
                              .column = cells.column,
                              .cell = cells.value.value_or(std::string())});
}

/// One class is positive, and all others are not.
ReadingNote againstRest(const TableProfile &table, const ResolvedMapping &mapping,
                        const LabelValues &labels)
{
    ReadingNote note{.kind = ReadingNote::Kind::AgainstRest,
                     .column = mapping.label.value,
                     .cell = mapping.positive.value};
    const auto &values = table.columns[*table.find(mapping.label.value)].values;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (labels.classes[i] == LabelClass::Negative)
            note.names.push_back(values[i].text);
    }
    return note;
}

/// Whole characters of UTF-8.
std::string cutShort(std::string_view cell)
{
    constexpr std::size_t mostBytes = 400;
    constexpr unsigned continuation = 0x80U;
    constexpr unsigned leadingBits = 0xC0U;
    if (cell.size() <= mostBytes)
        return std::string(cell);
    std::size_t end = mostBytes;
    while (end > 0 && (static_cast<unsigned char>(cell[end]) & leadingBits) == continuation)
        --end;
    return std::string(cell.substr(0, end));
}

/// What stands above the header is no part of the table; that it is there is said.
void stepOverTitles(SourceText &source, std::optional<char> delimiter)
{
    const TitleLines titles = titleLinesOf(source.text, delimiter);
    if (titles.lines == 0)
        return;
    source.notes.push_back({.kind = ReadingNote::Kind::AboveHeader,
                            .value = static_cast<double>(source.firstLine),
                            .place = source.firstLine + titles.lines - 1});
    source.text.remove_prefix(titles.bytes);
    source.firstLine += titles.lines;
}

} // namespace

Result<TableFile::Ptr> TableFile::of(FileBytes::Ptr bytes, std::optional<char> delimiter,
                                     const JobControl &job, std::optional<InputFormat> format,
                                     const std::string &table)
{
    auto file = std::make_shared<TableFile>();
    file->m_bytes = std::move(bytes);
    auto source = withinMemory([&] {
        return sourceText(file->m_bytes->text(), job.part(0.0, textDone), format,
                          {.name = table, .file = file->m_bytes->path()});
    });
    if (!source)
        return file->named(source.problem());
    file->m_source = std::move(source).value();
    auto &text = file->m_source;
    auto profile = withinMemory([&] {
        stepOverTitles(text, delimiter ? delimiter : text.delimiter);
        return profileTable(
                text.text,
                delimiter ? *delimiter : text.delimiter.value_or(guessDelimiter(text.text)),
                job.part(textDone, 1.0), std::numeric_limits<std::uint32_t>::max(), text.firstLine);
    });
    if (!profile)
        return file->named(profile.problem());
    file->m_table = std::move(profile).value();
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

Result<ResolvedTable> TableFile::settled(const ColumnMapping &mapping, const JobControl &job) const
{
    auto resolved = resolve(mapping, job);
    if (!resolved)
        return resolved;
    if (const auto *doubt = resolved.value().mapping.doubt())
        return Problem{
                .kind = ProblemKind::ColumnUnclear, .column = doubt->column, .doubt = *doubt};
    if (!resolved.value().labels.clear)
        return positiveValueUnclear(resolved.value().mapping);
    return resolved;
}

namespace {

double differentOnes(const Eigen::ArrayXd &values)
{
    std::vector<double> sorted;
    sorted.reserve(std::size_t(values.size()));
    for (const double value : values) {
        if (!std::isnan(value))
            sorted.push_back(value);
    }
    std::ranges::sort(sorted);
    return double(std::distance(sorted.begin(), std::unique(sorted.begin(), sorted.end())));
}

/// How fine the bins are in which a table was counted: as many as any row is in.
void countBins(std::vector<ReadingNote> &notes, const Predictions &predictions)
{
    const auto note = std::ranges::find(notes, ReadingNote::Kind::InSteps, &ReadingNote::kind);
    if (note == notes.end())
        return;
    note->place = std::size_t(differentOnes(predictions.score()));
    if (!note->other.empty() && predictions.wait())
        note->value = differentOnes(*predictions.wait());
}

} // namespace

Result<LoadedFile> TableFile::loadInMemory(const ColumnMapping &mapping,
                                           const JobControl &job) const
{
    auto resolved = settled(mapping, job.part(0.0, columnsDone));
    if (!resolved)
        return resolved.problem();
    const auto table = std::move(resolved).value();
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
    if (const auto &day = predictions.value()->day(); day && day->values.size() < fewestDays)
        read.notes.push_back({.kind = ReadingNote::Kind::FewDays,
                              .column = day->name,
                              .value = static_cast<double>(day->values.size())});
    countBins(read.notes, *predictions.value());
    if (table.labels.againstRest)
        read.notes.push_back(againstRest(m_table, read, table.labels));
    if (!predictions.value()->anyFailed())
        noteNone(read, ReadingNote::Kind::NoneFailed, mapping.failed);
    if (!predictions.value()->anyRefused())
        noteNone(read, ReadingNote::Kind::NoneRefused, mapping.refused);
    return LoadedFile{.predictions = predictions.value(),
                      .mapping = std::move(read),
                      .columns = columnNames(),
                      .delimiter = m_table.delimiter,
                      .hasStages = !guessedStages(*this).empty()};
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

Result<TrialReading> TableFile::tryOut(const ColumnMapping &mapping, std::size_t mostRecords,
                                       const JobControl &job) const
{
    auto tried = withinMemory([&] { return tryInMemory(mapping, mostRecords, job); });
    return tried ? std::move(tried) : Result<TrialReading>(named(tried.problem()));
}

Result<TrialReading> TableFile::tryInMemory(const ColumnMapping &mapping, std::size_t mostRecords,
                                            const JobControl &job) const
{
    auto resolved = resolve(mapping, job.part(0.0, columnsDone));
    if (!resolved)
        return resolved.problem();
    auto table = std::move(resolved).value();
    const std::size_t every =
            std::max<std::size_t>(1, (m_table.records + mostRecords - 1) / mostRecords);
    auto predictions = buildPredictions(m_source.text, m_table, table, job.part(columnsDone, 1.0),
                                        m_source.firstLine, every);
    return TrialReading{.mapping = std::move(table.mapping),
                        .positiveIsClear = table.labels.clear,
                        .every = every,
                        .predictions = std::move(predictions)};
}

std::vector<std::vector<std::string>> TableFile::firstRecords(
        std::size_t most, const std::vector<std::size_t> &columns) const
{
    DelimitedReader reader(m_source.text, m_table.delimiter);
    if (!m_table.headerIsData)
        reader.next();
    std::vector<std::vector<std::string>> records;
    while (records.size() < most && reader.next()) {
        const auto &fields = reader.fields();
        std::vector<std::string> &cells = records.emplace_back();
        cells.reserve(columns.size());
        for (const std::size_t column : columns) {
            const std::size_t field = m_table.columns[column].field;
            cells.push_back(field < fields.size() ? cutShort(fields[field]) : std::string());
        }
    }
    return records;
}

void TableFile::eachRecord(const RecordSink &sink) const
{
    DelimitedReader reader(m_source.text, m_table.delimiter);
    if (!m_table.headerIsData)
        reader.next();
    while (reader.next() && sink(reader.fields())) { }
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
