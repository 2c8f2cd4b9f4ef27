// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/predictionsfile.h"

#include "ingest/columnguess.h"
#include "ingest/delimiterguess.h"
#include "ingest/filebytes.h"
#include "ingest/memoryneed.h"
#include "ingest/predictionsbuilder.h"
#include "ingest/textcheck.h"

#include <utility>

namespace oneinn::ingest {

namespace {

namespace fs = std::filesystem;

// Shares of the whole work, as measured on a million rows.
constexpr double bytesDone = 0.1;
constexpr double profileDone = 0.5;

JobControl stage(const JobControl &job, double from, double to)
{
    if (!job.progress)
        return {.stop = job.stop};
    return {.stop = job.stop,
            .progress = [&job, from, to](double share) { job.report(from + (to - from) * share); }};
}

Problem inFile(Problem problem, const fs::path &path)
{
    problem.file = path.string();
    return problem;
}

/// A file with its columns resolved, its values not yet read.
struct OpenedFile {
    FileBytes bytes;
    std::string_view text; ///< within bytes
    TableProfile table;
    ResolvedTable resolved;

    std::vector<std::string> columns() const
    {
        std::vector<std::string> names;
        for (const auto &column : table.columns)
            names.push_back(column.name);
        return names;
    }
};

/// Reads the file's structure; its columns are not resolved yet.
Result<OpenedFile> profile(const fs::path &path, const ColumnMapping &mapping,
                           const JobControl &job)
{
    auto bytes = FileBytes::read(path, stage(job, 0.0, bytesDone));
    if (!bytes)
        return bytes.problem();
    OpenedFile file;
    file.bytes = std::move(bytes).value();
    if (const auto problem = textProblem(file.bytes.text()))
        return *problem;
    file.text = withoutByteOrderMark(file.bytes.text());

    const char delimiter = mapping.delimiter.value_or(guessDelimiter(file.text));
    auto table = profileTable(file.text, delimiter, stage(job, bytesDone, profileDone));
    if (!table)
        return table.problem();
    file.table = std::move(table).value();
    return file;
}

Result<OpenedFile> open(const fs::path &path, const ColumnMapping &mapping, const JobControl &job)
{
    auto profiled = profile(path, mapping, job);
    if (!profiled)
        return profiled.problem();
    auto file = std::move(profiled).value();
    auto resolved = resolveMapping(file.table, mapping);
    if (!resolved)
        return resolved.problem();
    file.resolved = std::move(resolved).value();
    return file;
}

Problem positiveValueUnclear(const ResolvedMapping &mapping)
{
    return {.kind = ProblemKind::PositiveValueUnclear,
            .column = mapping.label.value,
            .names = {mapping.positive.value, mapping.negative}};
}

} // namespace

Result<LoadedFile> load(const fs::path &path, const ColumnMapping &mapping, const JobControl &job)
{
    auto opened = open(path, mapping, job);
    if (!opened)
        return inFile(opened.problem(), path);
    auto file = std::move(opened).value();
    if (!file.resolved.labels.clear)
        return inFile(positiveValueUnclear(file.resolved.mapping), path);
    if (const auto problem = memoryProblem(memoryNeed(file.table.records, file.resolved.mapping),
                                           memoryAvailable()))
        return inFile(*problem, path);
    const auto predictions =
            buildPredictions(file.text, file.table, file.resolved, stage(job, profileDone, 1.0));
    if (!predictions)
        return inFile(predictions.problem(), path);
    return LoadedFile{.predictions = predictions.value(),
                      .mapping = file.resolved.mapping,
                      .columns = file.columns(),
                      .delimiter = file.table.delimiter};
}

Result<FilePreview> preview(const fs::path &path, const ColumnMapping &mapping,
                            const JobControl &job)
{
    auto opened = open(path, mapping, stage(job, 0.0, 1.0 / profileDone));
    if (!opened)
        return inFile(opened.problem(), path);
    auto file = std::move(opened).value();
    const auto label = *file.table.find(file.resolved.mapping.label.value);
    return FilePreview{.mapping = file.resolved.mapping,
                       .positiveIsClear = file.resolved.labels.clear,
                       .labelValues = file.table.columns[label].values,
                       .columns = file.columns(),
                       .delimiter = file.table.delimiter,
                       .records = file.table.records};
}

Result<std::vector<ColumnProfile>> profileColumns(const fs::path &path,
                                                  const ColumnMapping &mapping,
                                                  const JobControl &job)
{
    auto profiled = profile(path, mapping, stage(job, 0.0, 1.0 / profileDone));
    if (!profiled)
        return inFile(profiled.problem(), path);
    return std::move(profiled).value().table.columns;
}

} // namespace oneinn::ingest
