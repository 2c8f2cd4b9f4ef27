// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/sourcetext.h"

#include "ingest/arff.h"
#include "ingest/compressed.h"
#include "ingest/encodings.h"
#include "ingest/headerguess.h"
#include "ingest/jsonrecords.h"
#include "ingest/parquettable.h"
#include "ingest/sqlitetable.h"
#include "ingest/textcheck.h"

#include <algorithm>
#include <array>
#include <utility>

namespace oneinn::ingest {

namespace {

constexpr std::array formats{
        SourceFormat{"gzip", "*.gz", SourceFormat::Layer::Bytes, isGzip, fromGzip},
        SourceFormat{"Zstandard", "*.zst", SourceFormat::Layer::Bytes, isZstandard, fromZstandard},
        SourceFormat{"UTF-16", "", SourceFormat::Layer::Bytes, isUtf16, fromUtf16},
        SourceFormat{"JSON", "*.json *.jsonl *.ndjson", SourceFormat::Layer::Text, isJson,
                     fromJson},
        SourceFormat{"ARFF", "*.arff", SourceFormat::Layer::Text, isArff, fromArff},
};

constexpr std::array databases{
        TableFormat{"SQLite", "*.db *.sqlite *.sqlite3 *.db3", isSqlite, fromSqlite},
        TableFormat{"Parquet", "*.parquet *.pq", isParquet, fromParquet},
};

const SourceFormat *formatOf(std::string_view bytes, SourceFormat::Layer layer)
{
    const auto *format = std::find_if(formats.begin(), formats.end(), [&](const auto &f) {
        return f.layer == layer && f.isWrittenSo(bytes);
    });
    return format != formats.end() ? format : nullptr;
}

/// Null: delimited text, which is not converted.
const SourceFormat *formatAsked(InputFormat asked)
{
    if (asked == InputFormat::Delimited)
        return nullptr;
    const std::string_view name = asked == InputFormat::Json ? "JSON" : "ARFF";
    return std::ranges::find(formats, name, &SourceFormat::name);
}

void take(Converted converted, SourceText &source)
{
    source.converted = std::make_shared<const std::string>(std::move(converted.bytes));
    source.text = withoutByteOrderMark(*source.converted);
    source.firstLine = converted.firstLine;
    source.delimiter = converted.delimiter;
    if (converted.note)
        source.notes.push_back(*std::move(converted.note));
}

/// Unpacks and decodes until there is nothing more to.
std::optional<Problem> unpack(SourceText &source, const JobControl &job)
{
    constexpr int mostLayers = 4;
    for (int i = 0; i < mostLayers; ++i) {
        const auto *format = formatOf(source.text, SourceFormat::Layer::Bytes);
        if (format == nullptr)
            break;
        auto result = format->convert(source.text, job);
        if (!result)
            return result.problem();
        take(std::move(result).value(), source);
    }
    return std::nullopt;
}

/// Where it is a database, the table in it.
std::optional<Problem> takeTable(SourceText &source, const TableAsked &asked, const JobControl &job)
{
    const auto *format = std::ranges::find_if(
            databases, [&](const auto &f) { return f.isWrittenSo(source.text); });
    if (format == databases.end()) {
        if (asked.name.empty())
            return std::nullopt;
        return Problem{.kind = ProblemKind::TableMissing, .detail = asked.name};
    }
    TableAsked here = asked;
    if (source.converted != nullptr) // what lies beside a packed file is not of what is in it
        here.file.clear();
    auto result = format->convert(source.text, here, job);
    if (!result)
        return result.problem();
    take(std::move(result).value(), source);
    return std::nullopt;
}

std::optional<Problem> decode(SourceText &source, const JobControl &job)
{
    auto problem = textProblem(source.text, job.stop);
    if (!problem || problem->kind != ProblemKind::NotUtf8 || !isWindows1252(source.text))
        return problem;
    auto result = fromWindows1252(source.text, job);
    if (!result)
        return result.problem();
    take(std::move(result).value(), source);
    return std::nullopt;
}

} // namespace

std::span<const SourceFormat> sourceFormats()
{
    return formats;
}

std::span<const TableFormat> tableFormats()
{
    return databases;
}

std::string readablePatterns()
{
    std::string patterns = "*.csv *.tsv *.txt *.psv";
    for (const auto &format : formats) {
        if (!format.patterns.empty())
            patterns.append(" ").append(format.patterns);
    }
    for (const auto &format : databases)
        patterns.append(" ").append(format.patterns);
    return patterns;
}

bool isConvertible(std::string_view start)
{
    // Of Parquet the end tells as well, which has not been read yet.
    return formatOf(start, SourceFormat::Layer::Bytes) != nullptr || isSqlite(start)
            || start.starts_with("PAR1");
}

Result<SourceText> sourceText(std::string_view bytes, const JobControl &job,
                              std::optional<InputFormat> asked, const TableAsked &table)
{
    constexpr double unpacked = 0.25; // of the progress
    constexpr double decoded = 0.5;
    SourceText source{.text = withoutByteOrderMark(bytes)};
    if (auto problem = unpack(source, job.part(0.0, unpacked)))
        return *problem;
    if (!asked) {
        if (auto problem = takeTable(source, table, job.part(unpacked, decoded)))
            return *problem;
    }
    if (auto problem = decode(source, job.part(unpacked, decoded)))
        return *problem;
    const auto *format =
            asked ? formatAsked(*asked) : formatOf(source.text, SourceFormat::Layer::Text);
    if (format != nullptr) {
        auto result = format->convert(source.text, job.part(decoded, 1.0));
        if (!result)
            return result.problem();
        take(std::move(result).value(), source);
    }
    const auto preamble = preambleOf(source.text);
    source.text.remove_prefix(preamble.bytes);
    source.firstLine += preamble.lines;
    if (preamble.delimiter != '\0')
        source.delimiter = preamble.delimiter;
    return source;
}

} // namespace oneinn::ingest
