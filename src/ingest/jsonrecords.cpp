// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/jsonrecords.h"

#include "ingest/jsonpieces.h"
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

constexpr std::size_t mostKeys = 10'000;

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
        if (list.size() > 1)
            list += ", ";
        list += cellOf(element).value_or("");
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
            std::string name = key;
            name.append(".").append(inner);
            if (auto cell = cellOf(innerValue))
                visit(name, *std::move(cell));
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

/// What keeps a long piece of work from going on; asked now and then.
std::optional<Problem> obstacle(const TableText &table, std::size_t done, std::size_t all,
                                const JobControl &job)
{
    if (done % piecesBetweenLooks != 0)
        return std::nullopt;
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    job.report(double(done) / double(all));
    return memoryProblem(2 * table.size(), memoryAvailable());
}

void addHeader(const std::vector<std::string> &names, TableText &table)
{
    for (const auto &name : names)
        table.addCell(name);
    table.endHeader();
}

Result<Pass> pass(const std::vector<Piece> &pieces, Columns &columns, const JobControl &job)
{
    Pass result;
    std::vector<std::string> cells;
    const std::size_t known = columns.names().size();
    if (known > 0)
        addHeader(columns.names(), result.table);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (auto problem = obstacle(result.table, i, pieces.size(), job))
            return *problem;
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

std::size_t placeIn(std::string_view text, std::string_view part)
{
    return static_cast<std::size_t>(part.data() - text.data());
}

std::optional<Problem> addRow(const Piece &piece, std::size_t columns, TableText &table)
{
    const auto row = parsed(piece);
    if (!row)
        return row.problem();
    if (!row.value().is_array() || row.value().size() != columns)
        return Problem{.kind = ProblemKind::FieldCount,
                       .line = piece.line,
                       .expected = columns,
                       .found = row.value().size()};
    for (const auto &value : row.value())
        table.addCell(cellOf(value).value_or(""));
    table.endRecord(piece.line);
    return std::nullopt;
}

Result<Converted> fromSplit(std::string_view text, std::string_view columns, std::string_view data,
                            const JobControl &job)
{
    const auto called = parsed({columns, 1});
    if (!called)
        return called.problem();
    std::vector<std::string> names;
    names.reserve(called.value().size());
    for (const auto &name : called.value())
        names.push_back(cellOf(name).value_or(""));
    const auto begin = placeIn(text, data);
    const auto pieces = piecesOf(text, begin + 1, begin + data.size() - 1, job);
    if (!pieces)
        return pieces.problem();
    TableText table;
    addHeader(names, table);
    for (std::size_t i = 0; i < pieces.value().size(); ++i) {
        if (auto problem = obstacle(table, i, pieces.value().size(), job))
            return *problem;
        if (auto problem = addRow(pieces.value()[i], names.size(), table))
            return *problem;
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
        return jsonProblem(1, unendedJson);
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
