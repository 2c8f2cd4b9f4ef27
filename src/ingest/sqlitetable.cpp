// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/sqlitetable.h"

#include "ingest/memoryneed.h"
#include "ingest/sqlitecopy.h"
#include "ingest/tabletext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <memory>
#include <utility>

#include <sqlite3.h>

namespace oneinn::ingest {

namespace {

using namespace std::string_view_literals;

/// Bytes 18 and 19 of a database say whether changes go through a -wal beside it.
constexpr std::size_t writeVersion = 18;
constexpr char throughWal = '\2';
constexpr char withoutWal = '\1';

struct Close {
    void operator()(sqlite3 *database) const { sqlite3_close(database); }
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using DatabasePtr = std::unique_ptr<sqlite3, Close>;
using StatementPtr = std::unique_ptr<sqlite3_stmt, Close>;

int stopRequested(void *job)
{
    return static_cast<const JobControl *>(job)->stopRequested() ? 1 : 0;
}

/// A database and what it is read from.
class Database {
public:
    std::optional<Problem> open(std::string_view bytes, const TableAsked &asked,
                                const JobControl &job);
    /// Null: see problem().
    StatementPtr prepare(const std::string &query);
    Problem problem(const std::string &table = {}) const;

private:
    std::optional<Problem> openBytes(std::string_view bytes);

    SqliteCopy m_copy;   ///< outlives what reads it
    std::string m_bytes; ///< likewise
    DatabasePtr m_database;
};

std::optional<Problem> Database::open(std::string_view bytes, const TableAsked &asked,
                                      const JobControl &job)
{
    if (auto problem = m_copy.makeWhereNeeded(asked.file))
        return problem;
    const auto path = m_copy.path();
    sqlite3 *opened = nullptr;
    const int flags =
            path.empty() ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_MEMORY : SQLITE_OPEN_READWRITE;
    const int status =
            sqlite3_open_v2(path.empty() ? ":memory:" : path.c_str(), &opened, flags, nullptr);
    m_database.reset(opened);
    if (opened == nullptr)
        return memoryRanOut();
    if (status != SQLITE_OK)
        return problem();
    // Files come from anywhere: nothing in them is run that reaches outside of them.
    sqlite3_db_config(opened, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);      // NOLINT
    sqlite3_db_config(opened, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr); // NOLINT
    constexpr int stepsBetweenLooks = 10000;
    sqlite3_progress_handler(opened, stepsBetweenLooks, stopRequested,
                             const_cast<JobControl *>(&job)); // NOLINT: only read
    return path.empty() ? openBytes(bytes) : std::nullopt;
}

std::optional<Problem> Database::openBytes(std::string_view bytes)
{
    if (bytes.size() > writeVersion + 1
        && (bytes[writeVersion] == throughWal || bytes[writeVersion + 1] == throughWal)) {
        if (auto problem = memoryProblem(bytes.size(), memoryAvailable()))
            return problem;
        m_bytes = bytes;
        m_bytes[writeVersion] = withoutWal;
        m_bytes[writeVersion + 1] = withoutWal;
        bytes = m_bytes;
    }
    // SQLite does not write to what is read-only.
    auto *start = reinterpret_cast<unsigned char *>(const_cast<char *>(bytes.data())); // NOLINT
    const auto size = static_cast<sqlite3_int64>(bytes.size());
    if (sqlite3_deserialize(m_database.get(), "main", start, size, size,
                            SQLITE_DESERIALIZE_READONLY)
        != SQLITE_OK)
        return problem();
    return std::nullopt;
}

StatementPtr Database::prepare(const std::string &query)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(m_database.get(), query.c_str(), -1, &statement, nullptr);
    return StatementPtr(statement);
}

Problem Database::problem(const std::string &table) const
{
    switch (sqlite3_errcode(m_database.get())) {
    case SQLITE_INTERRUPT:
        return {.kind = ProblemKind::Cancelled};
    case SQLITE_NOMEM:
        return memoryRanOut();
    default:
        return {.kind = ProblemKind::TableBroken,
                .column = table,
                .detail = std::string("SQLite says: ") + sqlite3_errmsg(m_database.get())};
    }
}

std::string_view textOf(sqlite3_stmt *row, int column)
{
    const auto *start = reinterpret_cast<const char *>(sqlite3_column_text(row, column)); // NOLINT
    if (start == nullptr)
        return {};
    return {start, static_cast<std::size_t>(sqlite3_column_bytes(row, column))};
}

Result<std::vector<std::string>> tablesOf(Database &database)
{
    const auto rows = database.prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' "
                                       "AND type <> 'shadow' AND name NOT LIKE 'sqlite\\_%' "
                                       "ESCAPE '\\' ORDER BY name");
    if (!rows)
        return database.problem();
    std::vector<std::string> names;
    int status = SQLITE_ROW;
    while ((status = sqlite3_step(rows.get())) == SQLITE_ROW)
        names.emplace_back(textOf(rows.get(), 0));
    if (status != SQLITE_DONE)
        return database.problem();
    return names;
}

Result<std::string> tableToRead(std::vector<std::string> names, const std::string &asked)
{
    if (asked.empty()) {
        if (names.size() == 1)
            return names.front();
        return Problem{.kind = ProblemKind::TableUnclear, .names = std::move(names)};
    }
    // As in SQL, where two names never differ by case alone.
    const auto found = std::ranges::find_if(names, [&asked](const std::string &name) {
        return sqlite3_stricmp(name.c_str(), asked.c_str()) == 0;
    });
    if (found != names.end())
        return *found;
    if (names.empty())
        return Problem{.kind = ProblemKind::TableUnclear};
    return Problem{.kind = ProblemKind::TableMissing, .detail = asked, .names = std::move(names)};
}

std::string quotedForSql(const std::string &name)
{
    std::string quoted = "\"";
    for (const char c : name)
        quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

/// The rows of a query as text.
class RowText {
public:
    explicit RowText(sqlite3_stmt *rows)
        : m_rows(rows)
        , m_columns(sqlite3_column_count(rows))
        , m_isBinary(static_cast<std::size_t>(m_columns), false)
    {
        for (int i = 0; i < m_columns; ++i)
            m_text.addCell(sqlite3_column_name(rows, i));
        m_text.endHeader();
    }

    void addRow(std::size_t line)
    {
        for (int i = 0; i < m_columns; ++i)
            addCell(i);
        m_text.endRecord(line);
    }

    std::size_t size() const { return m_text.size(); }

    Converted take()
    {
        Converted converted{
                .bytes = m_text.take(), .firstLine = TableText::firstLine, .delimiter = ','};
        ReadingNote note{.kind = ReadingNote::Kind::Binary};
        for (int i = 0; i < m_columns; ++i) {
            if (m_isBinary[static_cast<std::size_t>(i)])
                note.names.emplace_back(sqlite3_column_name(m_rows, i));
        }
        if (!note.names.empty())
            converted.note = std::move(note);
        return converted;
    }

private:
    void addCell(int column)
    {
        switch (sqlite3_column_type(m_rows, column)) {
        case SQLITE_NULL:
            return m_text.addCell({});
        case SQLITE_BLOB:
            m_isBinary[static_cast<std::size_t>(column)] = true;
            return m_text.addCell({});
        case SQLITE_FLOAT: {
            // SQLite itself would write 15 digits, and two numbers of 17 would become one.
            constexpr std::size_t mostCharacters = 40;
            std::array<char, mostCharacters> written{};
            const auto end = std::to_chars(written.data(), written.data() + written.size(),
                                           sqlite3_column_double(m_rows, column));
            return m_text.addCell({written.data(), end.ptr});
        }
        default:
            return m_text.addCell(textOf(m_rows, column));
        }
    }

    sqlite3_stmt *m_rows;
    int m_columns;
    std::vector<bool> m_isBinary;
    TableText m_text;
};

/// Rows that a view makes may be without end.
std::optional<Problem> roomFor(const RowText &text, std::size_t row)
{
    constexpr std::size_t rowsBetweenLooks = std::size_t{1} << 14U;
    if (row % rowsBetweenLooks != 0)
        return std::nullopt;
    return memoryProblem(text.size() / 2, memoryAvailable());
}

} // namespace

bool isSqlite(std::string_view bytes)
{
    return bytes.starts_with("SQLite format 3\0"sv);
}

Result<Converted> fromSqlite(std::string_view bytes, const TableAsked &asked, const JobControl &job)
{
    Database database;
    if (auto problem = database.open(bytes, asked, job))
        return *problem;
    auto names = tablesOf(database);
    if (!names)
        return names.problem();
    const auto table = tableToRead(std::move(names).value(), asked.name);
    if (!table)
        return table.problem();
    const auto rows = database.prepare("SELECT * FROM " + quotedForSql(table.value()));
    if (!rows)
        return database.problem(table.value());
    RowText text(rows.get());
    int status = SQLITE_ROW;
    for (std::size_t row = 1; (status = sqlite3_step(rows.get())) == SQLITE_ROW; ++row) {
        text.addRow(row);
        if (auto problem = roomFor(text, row))
            return *problem;
        job.report(std::min(1.0, double(text.size()) / (2.0 * double(bytes.size()))));
    }
    if (status != SQLITE_DONE)
        return database.problem(table.value());
    return text.take();
}

} // namespace oneinn::ingest
