// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/sourcetext.h"

#include "ingest/arff.h"
#include "ingest/compressed.h"
#include "ingest/encodings.h"
#include "ingest/headerguess.h"
#include "ingest/jsonrecords.h"
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
std::optional<Problem> decode(SourceText &source, const JobControl &job)
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

std::string readablePatterns()
{
    std::string patterns = "*.csv *.tsv *.txt *.psv";
    for (const auto &format : formats) {
        if (!format.patterns.empty())
            patterns.append(" ").append(format.patterns);
    }
    return patterns;
}

bool isConvertible(std::string_view start)
{
    return formatOf(start, SourceFormat::Layer::Bytes) != nullptr;
}

Result<SourceText> sourceText(std::string_view bytes, const JobControl &job,
                              std::optional<InputFormat> asked)
{
    constexpr double decoded = 0.5; // of the progress
    SourceText source{.text = withoutByteOrderMark(bytes)};
    if (auto problem = decode(source, job.part(0.0, decoded)))
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
