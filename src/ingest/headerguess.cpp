// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/headerguess.h"

#include "ingest/delimitedreader.h"
#include "ingest/numbers.h"

#include <algorithm>
#include <map>
#include <set>

namespace oneinn::ingest {

namespace {

using Cells = std::vector<std::string>;

constexpr std::size_t headerRecords = 100;
constexpr std::size_t headerBytes = std::size_t{1} << 20U;

NumberCell numberIn(std::string_view cell)
{
    const auto number = readNumber(cell);
    return number.kind == CellKind::Number ? number : readNumber(cell, ',');
}

bool isAnyNumber(std::string_view cell)
{
    return numberIn(cell).kind == CellKind::Number;
}

/// Which of some first cells stand again below them.
std::vector<bool> comeAgain(const Cells &first, const std::vector<Cells> &below)
{
    std::vector<bool> again(first.size());
    for (const auto &record : below) {
        for (std::size_t i = 0; i < first.size() && i < record.size(); ++i)
            again[i] = again[i] || record[i] == first[i];
    }
    return again;
}

/// 0, 1, 2, ...: what pandas calls columns that nobody named.
bool isCounted(const Cells &names)
{
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i] != std::to_string(i))
            return false;
    }
    return names.size() > 1;
}

bool isData(const Cells &first, const std::vector<Cells> &below)
{
    if (std::all_of(first.begin(), first.end(), isAnyNumber))
        return !isCounted(first);
    const bool broken = std::any_of(first.begin(), first.end(), [](const std::string &cell) {
        return isAnyNumber(cell) && cell.find_first_of(".,") != std::string::npos;
    });
    const auto again = comeAgain(first, below);
    std::size_t words = 0;
    for (std::size_t i = 0; i < first.size(); ++i) {
        if (isAnyNumber(first[i]))
            continue;
        const bool hasDigit = std::any_of(first[i].begin(), first[i].end(),
                                          [](char c) { return c >= '0' && c <= '9'; });
        if (first[i].empty() || !(again[i] || hasDigit))
            return false;
        words += again[i] ? 1 : 0;
    }
    return broken && words > 0;
}

/// So that each has its own: the second of a name is its "(2)".
void tellApart(Cells &names)
{
    std::set<std::string> taken(names.begin(), names.end());
    std::map<std::string, std::size_t> seen;
    for (auto &name : names) {
        auto &count = seen[name];
        if (++count == 1 || name.empty())
            continue;
        const std::string base = name;
        for (; !taken.insert(name = base + " (" + std::to_string(count) + ')').second; ++count)
            ;
    }
}

std::string_view lineAt(std::string_view text)
{
    return text.substr(0, text.find_first_of("\r\n"));
}

/// With the line end behind it.
std::size_t wholeLine(std::string_view text)
{
    const auto end = lineAt(text).size();
    if (text.substr(end).starts_with("\r\n"))
        return end + 2;
    return std::min(end + 1, text.size());
}

std::size_t mostFields(std::string_view line)
{
    std::size_t most = 0;
    for (const char delimiter : {',', ';', '\t', '|'})
        most = std::max(most,
                        static_cast<std::size_t>(std::count(line.begin(), line.end(), delimiter)));
    return most;
}

} // namespace

Result<TableHeader> readHeader(std::string_view text, char delimiter, std::size_t firstLine,
                               const std::stop_token &stop)
{
    DelimitedReader reader(text, delimiter, stop, firstLine);
    if (!reader.next())
        return reader.problem().value_or(Problem{.kind = ProblemKind::FileEmpty});
    const auto cells = [&reader] {
        Cells result;
        result.reserve(reader.fields().size());
        for (const auto field : reader.fields())
            result.emplace_back(trimmed(field));
        return result;
    };
    TableHeader header{.names = cells()};
    std::vector<Cells> below;
    while (below.size() < headerRecords && reader.offset() < headerBytes && reader.next())
        below.push_back(cells());
    header.isData = isData(header.names, below);
    header.isCounted = isCounted(header.names);
    if (header.isData) {
        for (std::size_t i = 0; i < header.names.size(); ++i)
            header.names[i] = "column " + std::to_string(i + 1);
        header.written.resize(header.names.size());
        return header;
    }
    const auto wider = header.names.size() + 1;
    if (!below.empty() && std::all_of(below.begin(), below.end(), [&](const Cells &record) {
            return record.size() == wider;
        })) {
        const bool trailing = std::all_of(below.begin(), below.end(), [](const Cells &record) {
            return record.back().empty();
        });
        header.names.insert(trailing ? header.names.end() : header.names.begin(), std::string());
    }
    header.written = header.names;
    tellApart(header.names);
    return header;
}

Preamble preambleOf(std::string_view text)
{
    Preamble preamble;
    const auto skip = [&](std::size_t bytes) {
        preamble.bytes += bytes;
        ++preamble.lines;
        text.remove_prefix(bytes);
    };
    const auto first = lineAt(text);
    constexpr std::string_view marker = "sep=";
    if (first.size() == marker.size() + 1
        && equalIgnoringCase(first.substr(0, marker.size()), marker)) {
        preamble.delimiter = first.back();
        skip(wholeLine(text));
    }
    auto table = text;
    while (table.starts_with('#'))
        table.remove_prefix(wholeLine(table));
    const auto fields = mostFields(lineAt(table));
    while (text.starts_with('#') && mostFields(lineAt(text)) < fields)
        skip(wholeLine(text));
    return preamble;
}

} // namespace oneinn::ingest
