// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/jsonrecords.h"

#include "ingest/memoryneed.h"
#include "ingest/numbers.h"
#include "ingest/tabletext.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace oneinn::ingest {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t piecesBetweenLooks = 1024;
constexpr std::size_t mostKeys = 10'000;

std::size_t pastSpace(std::string_view text, std::size_t at)
{
    return std::min(text.find_first_not_of(" \t\r\n", at), text.size());
}

/// Behind the string that starts there; the text's size if it does not end.
std::size_t pastString(std::string_view text, std::size_t at)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at + 1;
    }
    return text.size();
}

/// Behind the value that starts there, by its brackets; absent if it does not end.
std::optional<std::size_t> pastValue(std::string_view text, std::size_t at)
{
    std::size_t depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = pastString(text, at);
        } else if (c == '{' || c == '[') {
            ++depth;
            ++at;
        } else if (c == '}' || c == ']') {
            if (depth == 0)
                return at;
            --depth;
            ++at;
        } else if (depth == 0 && (c == ',' || c == ':' || c <= ' ')) {
            return at;
        } else {
            ++at;
            continue;
        }
        if (depth == 0)
            return at;
    }
    return depth == 0 ? std::optional(at) : std::nullopt;
}

struct Piece {
    std::string_view text;
    std::size_t line = 1;
};

/// Counts the lines of a text, place by place.
class LineCounter {
public:
    explicit LineCounter(std::string_view text)
        : m_text(text)
    {
    }

    std::size_t at(std::size_t place)
    {
        const auto passed = m_text.substr(m_place, place - m_place);
        m_line += static_cast<std::size_t>(std::count(passed.begin(), passed.end(), '\n'));
        m_place = place;
        return m_line;
    }

private:
    std::string_view m_text;
    std::size_t m_place = 0;
    std::size_t m_line = 1;
};

Problem jsonProblem(std::size_t line, std::string detail)
{
    return {.kind = ProblemKind::JsonBroken, .line = line, .detail = std::move(detail)};
}

constexpr const char *unended = "an object or a list is not closed";

/// The values from `at` to `end`, with commas between them or without.
Result<std::vector<Piece>> piecesOf(std::string_view text, std::size_t at, std::size_t end,
                                    const JobControl &job)
{
    std::vector<Piece> pieces;
    LineCounter lines(text);
    for (at = pastSpace(text, at); at < end; at = pastSpace(text, at)) {
        if (text[at] == ',' && !pieces.empty()) {
            at = pastSpace(text, at + 1);
            continue;
        }
        if (pieces.size() % piecesBetweenLooks == 0 && job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        const std::size_t line = lines.at(at);
        const auto past = pastValue(text, at);
        if (!past || *past > end)
            return jsonProblem(line, unended);
        if (*past == at)
            return jsonProblem(line, "a value is missing");
        pieces.push_back({text.substr(at, *past - at), line});
        at = *past;
    }
    return pieces;
}

/// What stands outside of strings that Python writes and JSON does not know.
std::string withoutNan(std::string_view text)
{
    constexpr std::pair<std::string_view, std::string_view> words[]{
            {"-Infinity", "\"-inf\""}, {"Infinity", "\"inf\""}, {"NaN", "null"}};
    std::string result;
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '"') {
            const auto past = pastString(text, at);
            result += text.substr(at, past - at);
            at = past;
            continue;
        }
        const auto *word = std::find_if(std::begin(words), std::end(words), [&](const auto &w) {
            return text.substr(at).starts_with(w.first);
        });
        if (word != std::end(words)) {
            result += word->second;
            at += word->first.size();
        } else {
            result += text[at++];
        }
    }
    return result;
}

/// Without the parser's own number and place, which are those within the piece.
std::string reasonOf(const Json::exception &error)
{
    std::string reason = error.what();
    const auto colon = reason.rfind(": ");
    return colon == std::string::npos ? reason : reason.substr(colon + 2);
}

Result<Json> parsed(const Piece &piece)
{
    auto json = Json::parse(piece.text, nullptr, false);
    if (json.is_discarded())
        json = Json::parse(withoutNan(piece.text), nullptr, false);
    if (!json.is_discarded())
        return json;
    try {
        [[maybe_unused]] const auto again = Json::parse(piece.text);
    } catch (const Json::exception &error) {
        return jsonProblem(piece.line, reasonOf(error));
    }
    return jsonProblem(piece.line, {});
}

/// A value as a cell; absent for objects and for lists that hold any.
std::optional<std::string> cellOf(const Json &value)
{
    if (value.is_null())
        return std::string();
    if (value.is_string())
        return value.get<std::string>();
    if (value.is_boolean())
        return std::string(value.get<bool>() ? "true" : "false");
    if (value.is_number_float())
        return textOf(value.get<double>());
    if (value.is_number())
        return value.dump();
    if (!value.is_array())
        return std::nullopt;
    std::string list = "[";
    for (const auto &element : value) {
        if (element.is_structured())
            return std::nullopt;
        list += (list.size() > 1 ? ", " : "") + cellOf(element).value_or("");
    }
    return list + ']';
}

/// The columns by the keys, as they come up.
class Columns {
public:
    std::size_t of(const std::string &key)
    {
        const auto [at, added] = m_columns.emplace(key, m_names.size());
        if (added)
            m_names.push_back(key);
        return at->second;
    }
    const std::vector<std::string> &names() const { return m_names; }

private:
    std::map<std::string, std::size_t> m_columns;
    std::vector<std::string> m_names;
};

template<typename Visit> void forEachCell(const Json &record, Visit visit)
{
    for (const auto &[key, value] : record.items()) {
        if (!value.is_object()) {
            if (auto cell = cellOf(value))
                visit(key, *std::move(cell));
            continue;
        }
        for (const auto &[inner, innerValue] : value.items()) {
            if (auto cell = cellOf(innerValue))
                visit(key + '.' + inner, *std::move(cell));
        }
    }
}

/// One pass over the records; `complete` is false where a record had a key that those before it had
/// not, so that another pass is needed, with all columns known.
struct Pass {
    TableText table;
    bool complete = true;
};

std::optional<Problem> addRecord(const Piece &piece, Columns &columns,
                                 std::vector<std::string> &cells, TableText &table)
{
    const auto json = parsed(piece);
    if (!json)
        return json.problem();
    if (!json.value().is_object())
        return jsonProblem(piece.line, "a record is no object");
    cells.assign(columns.names().size(), {});
    forEachCell(json.value(), [&](const std::string &key, std::string cell) {
        const auto column = columns.of(key);
        if (column >= cells.size())
            cells.resize(column + 1);
        cells[column] = std::move(cell);
    });
    for (const auto &cell : cells)
        table.addCell(cell);
    table.endRecord(piece.line);
    return std::nullopt;
}

Result<Pass> pass(const std::vector<Piece> &pieces, Columns &columns, const JobControl &job)
{
    Pass result;
    std::vector<std::string> cells;
    const std::size_t known = columns.names().size();
    for (const auto &name : columns.names())
        result.table.addCell(name);
    if (known > 0)
        result.table.endHeader();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (i % piecesBetweenLooks == 0) {
            if (job.stopRequested())
                return Problem{.kind = ProblemKind::Cancelled};
            job.report(double(i) / double(pieces.size()));
            if (auto problem = memoryProblem(2 * result.table.size(), memoryAvailable()))
                return *problem;
        }
        if (auto problem = addRecord(pieces[i], columns, cells, result.table))
            return *problem;
        if (columns.names().size() > mostKeys)
            return jsonProblem(pieces[i].line, "there are more than 10,000 different keys");
    }
    result.complete = known > 0 && columns.names().size() == known;
    return result;
}

Result<Converted> fromObjects(const std::vector<Piece> &pieces, const JobControl &job)
{
    Columns columns;
    // The first record names the columns, as a rule all of them.
    if (!pieces.empty()) {
        const auto first = parsed(pieces.front());
        if (first && first.value().is_object())
            forEachCell(first.value(),
                        [&](const std::string &key, const std::string &) { columns.of(key); });
    }
    constexpr double half = 0.5;
    auto table = pass(pieces, columns, job.part(0.0, half));
    if (table && !table.value().complete)
        table = pass(pieces, columns, job.part(half, 1.0));
    if (!table)
        return table.problem();
    return Converted{.bytes = std::move(table).value().table.take(),
                     .firstLine = TableText::firstLine,
                     .delimiter = ','};
}

/// The values of an object by their keys, as places in the text.
std::optional<std::map<std::string, std::string_view>> membersOf(std::string_view text,
                                                                 std::size_t at)
{
    std::map<std::string, std::string_view> members;
    for (at = pastSpace(text, at + 1); at < text.size() && text[at] == '"';
         at = pastSpace(text, at)) {
        const auto keyEnd = pastString(text, at);
        const std::string key(text.substr(at + 1, keyEnd - at - 2));
        at = pastSpace(text, keyEnd);
        if (at >= text.size() || text[at] != ':')
            return std::nullopt;
        at = pastSpace(text, at + 1);
        const auto past = pastValue(text, at);
        if (!past)
            return std::nullopt;
        members[key] = text.substr(at, *past - at);
        at = pastSpace(text, *past);
        if (at < text.size() && text[at] == ',')
            at = pastSpace(text, at + 1);
    }
    return members;
}

std::size_t placeIn(std::string_view text, std::string_view part)
{
    return static_cast<std::size_t>(part.data() - text.data());
}

Result<Converted> fromSplit(std::string_view text, std::string_view columns, std::string_view data,
                            const JobControl &job)
{
    const auto names = parsed({columns, 1});
    if (!names)
        return names.problem();
    const auto begin = placeIn(text, data);
    const auto pieces = piecesOf(text, begin + 1, begin + data.size() - 1, job);
    if (!pieces)
        return pieces.problem();
    TableText table;
    for (const auto &name : names.value())
        table.addCell(cellOf(name).value_or(""));
    table.endHeader();
    std::size_t done = 0;
    for (const auto &piece : pieces.value()) {
        if (done++ % piecesBetweenLooks == 0) {
            if (job.stopRequested())
                return Problem{.kind = ProblemKind::Cancelled};
            job.report(double(done) / double(pieces.value().size()));
        }
        const auto row = parsed(piece);
        if (!row)
            return row.problem();
        if (!row.value().is_array() || row.value().size() != names.value().size())
            return Problem{.kind = ProblemKind::FieldCount,
                           .line = piece.line,
                           .expected = names.value().size(),
                           .found = row.value().size()};
        for (const auto &value : row.value())
            table.addCell(cellOf(value).value_or(""));
        table.endRecord(piece.line);
    }
    return Converted{.bytes = table.take(), .firstLine = TableText::firstLine, .delimiter = ','};
}

bool isListOfObjects(std::string_view value)
{
    return value.starts_with('[') && pastSpace(value, 1) < value.size()
            && value[pastSpace(value, 1)] == '{';
}

/// A single object: records may be in it.
Result<Converted> fromObject(std::string_view text, std::size_t at, const JobControl &job)
{
    const auto members = membersOf(text, at);
    if (!members)
        return fromObjects({{text.substr(at), 1}}, job);
    const auto columns = members->find("columns");
    const auto data = members->find("data");
    if (columns != members->end() && data != members->end() && data->second.starts_with('[')
        && !isListOfObjects(data->second))
        return fromSplit(text, columns->second, data->second, job);
    std::vector<std::string_view> lists;
    for (const auto &[key, value] : *members) {
        if (isListOfObjects(value))
            lists.push_back(value);
    }
    if (lists.size() != 1)
        return fromObjects({{text.substr(at), 1}}, job);
    const auto begin = placeIn(text, lists.front());
    const auto pieces = piecesOf(text, begin + 1, begin + lists.front().size() - 1, job);
    return pieces ? fromObjects(pieces.value(), job) : Result<Converted>(pieces.problem());
}

} // namespace

bool isJson(std::string_view text)
{
    const auto at = pastSpace(text, 0);
    if (at == text.size() || (text[at] != '{' && text[at] != '['))
        return false;
    const auto next = pastSpace(text, at + 1);
    if (next == text.size())
        return false;
    return text[at] == '{' ? text[next] == '"' || text[next] == '}'
                           : text[next] == '{' || text[next] == ']';
}

Result<Converted> fromJson(std::string_view text, const JobControl &job)
{
    const auto at = pastSpace(text, 0);
    const auto past = pastValue(text, at);
    if (!past)
        return jsonProblem(1, unended);
    const bool alone = pastSpace(text, *past) == text.size();
    if (text[at] == '{' && alone)
        return fromObject(text.substr(0, *past), at, job);
    if (text[at] == '[' && !alone)
        return jsonProblem(1, "something follows the list");
    const auto pieces = text[at] == '[' ? piecesOf(text, at + 1, *past - 1, job)
                                        : piecesOf(text, at, text.size(), job);
    return pieces ? fromObjects(pieces.value(), job) : Result<Converted>(pieces.problem());
}

} // namespace oneinn::ingest
