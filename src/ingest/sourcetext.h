// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/problem.h"
#include "core/readingnote.h"
#include "ingest/inputformat.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace oneinn::ingest {

/// Bytes of one format as those of another that is nearer to a delimited text.
struct Converted {
    std::string bytes;
    std::size_t firstLine = 1; ///< of these bytes, in the file as people count its lines
    std::optional<char> delimiter = {};
    std::optional<ReadingNote> note = {};
};

/// A way to write a table other than delimited text in UTF-8. A new one is a function that knows
/// it, one that converts it, and a row in sourceFormats().
struct SourceFormat {
    enum class Layer {
        Bytes, ///< around a text: packed, or in another encoding
        Text,  ///< a table written in UTF-8
    };
    std::string_view name;     ///< "JSON"
    std::string_view patterns; ///< of file names, for dialogs: "*.json *.jsonl"
    Layer layer;
    bool (*isWrittenSo)(std::string_view bytes);
    /// Problems: what is wrong with the file, NotEnoughMemory, Cancelled.
    Result<Converted> (*convert)(std::string_view bytes, const JobControl &job);
};

std::span<const SourceFormat> sourceFormats();

/// A way to keep tables that is no text at all, and may hold several of them.
struct TableFormat {
    std::string_view name;
    std::string_view patterns;
    bool (*isWrittenSo)(std::string_view bytes);
    /// Problems: TableUnclear, TableMissing, TableBroken, TableWritten, FileBinary (what reads it
    /// is not installed), NotEnoughMemory, Cancelled.
    Result<Converted> (*convert)(std::string_view bytes, const TableAsked &asked,
                                 const JobControl &job);
};

std::span<const TableFormat> tableFormats();

/// "*.csv *.tsv *.txt *.psv *.json ...": the names of files that can be read.
std::string readablePatterns();

/// Whether what a file begins with belongs to a format that is converted, however binary it looks.
bool isConvertible(std::string_view start);

/// A delimited text in UTF-8 without a byte order mark, and how it came out of a file's bytes.
struct SourceText {
    std::shared_ptr<const std::string> converted =
            {}; ///< null: the text is a part of the file's bytes
    std::string_view text;
    std::size_t firstLine = 1;
    std::optional<char> delimiter = {}; ///< where the format or the file says it
    std::vector<ReadingNote> notes = {};
};

/// Converts for as long as a format is known: a gzip of JSON in UTF-16, say. The bytes must outlive
/// the result.
///
/// Problems: those of textProblem() and of the formats.
/// format: what the table is taken for, whatever it looks like. asked: the table of a database; of
/// another file, TableMissing.
Result<SourceText> sourceText(std::string_view bytes, const JobControl &job = {},
                              std::optional<InputFormat> format = {}, const TableAsked &asked = {});

} // namespace oneinn::ingest
