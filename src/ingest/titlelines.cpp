// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/titlelines.h"

#include "ingest/delimitedreader.h"
#include "ingest/delimiterguess.h"
#include "ingest/numbers.h"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace oneinn::ingest {

namespace {

constexpr std::size_t mostTitles = 20;
constexpr std::size_t recordsBehind = 100;
constexpr std::size_t fewestBehind = 2;
constexpr std::size_t bytesForTitles = std::size_t{1} << 20U;

struct TitleRecord {
    std::size_t line = 1; ///< where it begins
    std::vector<std::string> cells;
    std::size_t filled = 0; ///< cells that are not empty
};

using TitleRecords = std::vector<TitleRecord>;

bool isNumberCell(std::string_view cell)
{
    return readNumber(cell).kind == CellKind::Number
            || readNumber(cell, ',').kind == CellKind::Number;
}

TitleRecords firstRecordsOf(std::string_view text, char delimiter)
{
    TitleRecords records;
    DelimitedReader reader(text.substr(0, bytesForTitles), delimiter);
    while (records.size() < mostTitles + recordsBehind && reader.next()) {
        TitleRecord &record = records.emplace_back();
        record.line = reader.line();
        record.cells.reserve(reader.fields().size());
        for (const auto field : reader.fields()) {
            record.cells.emplace_back(trimmed(field));
            record.filled += record.cells.back().empty() ? 0 : 1;
        }
    }
    return records;
}

/// Words, each once; only what stands at an end may lack a name, as an index does.
bool areNames(const TitleRecord &record)
{
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < record.cells.size(); ++i) {
        const std::string &cell = record.cells[i];
        if (cell.empty() && (i == 0 || i + 1 == record.cells.size()))
            continue;
        if (isMissing(cell) || isNumberCell(cell) || !seen.insert(cell).second)
            return false;
    }
    return record.filled > 1;
}

/// Whether most records behind the one at `header` have as many fields as it.
bool isFollowedByTable(const TitleRecords &records, std::size_t header)
{
    const std::size_t behind = records.size() - header - 1;
    const auto alike = static_cast<std::size_t>(
            std::count_if(records.begin() + std::ptrdiff_t(header) + 1, records.end(),
                          [&](const TitleRecord &record) {
                              return record.cells.size() == records[header].cells.size();
                          }));
    return behind >= fewestBehind && alike * 10 >= behind * 9;
}

/// Whether what stands below names is what they name: numbers in a column at least, and none of the
/// names themselves.
bool nameWhatIsBelow(const TitleRecords &records, std::size_t header)
{
    const auto &names = records[header].cells;
    std::vector<std::size_t> numbers(names.size());
    std::size_t alike = 0;
    for (auto record = records.begin() + std::ptrdiff_t(header) + 1; record != records.end();
         ++record) {
        if (record->cells.size() != names.size())
            continue;
        ++alike;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (!names[i].empty() && record->cells[i] == names[i])
                return false;
            numbers[i] += isNumberCell(record->cells[i]) ? 1 : 0;
        }
    }
    return std::ranges::any_of(numbers, [&](std::size_t each) { return each * 2 > alike; });
}

/// Whether a line before the header cannot be the header itself.
bool standsAbove(const TitleRecord &title, const TitleRecord &header)
{
    // R leaves out the name of the row names.
    const bool asWide = title.cells.size() == header.cells.size()
            || title.cells.size() + 1 == header.cells.size();
    if (asWide)
        return title.filled * 2 <= header.filled;
    return title.cells.size() > header.cells.size() || title.filled < header.filled;
}

/// The place of the header among the records; 0 where it is the first, or nothing tells.
std::size_t headerBelowTitles(const TitleRecords &records)
{
    for (std::size_t at = 1; at <= mostTitles && at < records.size(); ++at) {
        const bool allAbove = std::all_of(
                records.begin(), records.begin() + std::ptrdiff_t(at),
                [&](const TitleRecord &title) { return standsAbove(title, records[at]); });
        if (allAbove && areNames(records[at]) && isFollowedByTable(records, at)
            && nameWhatIsBelow(records, at))
            return at;
    }
    return 0;
}

bool beginsWithTable(const TitleRecords &records)
{
    return !records.empty() && records.front().filled > 1 && isFollowedByTable(records, 0);
}

/// Behind the line end of the last of these.
std::size_t endOfLines(std::string_view text, std::size_t lines)
{
    std::size_t at = 0;
    for (; lines > 0; --lines) {
        at = text.find_first_of("\r\n", at);
        at += text.substr(at).starts_with("\r\n") ? 2 : 1;
    }
    return at;
}

} // namespace

TitleLines titleLinesOf(std::string_view text, std::optional<char> delimiter)
{
    constexpr std::string_view guessed = ",;\t|";
    const char first = delimiter.value_or(guessDelimiter(text));
    TitleLines best;
    std::size_t widest = 0;
    const auto look = [&](const TitleRecords &records) {
        const std::size_t header = headerBelowTitles(records);
        if (header == 0 || records[header].cells.size() <= widest)
            return;
        widest = records[header].cells.size();
        best.lines = records[header].line - 1;
    };
    const TitleRecords usual = firstRecordsOf(text, first);
    look(usual);
    // A comma in every cell of a sound table is no reason to read it otherwise.
    if (!delimiter && !beginsWithTable(usual)) {
        for (const char other : guessed) {
            if (other != first)
                look(firstRecordsOf(text, other));
        }
    }
    best.bytes = endOfLines(text, best.lines);
    return best;
}

} // namespace oneinn::ingest
