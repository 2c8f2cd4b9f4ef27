// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/parquettable.h"

#include "ingest/duckdblibrary.h"
#include "ingest/memoryneed.h"
#include "ingest/tabletext.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sys/mman.h>
#include <unistd.h>

namespace oneinn::ingest {

namespace {

/// Bytes as a file in memory, for a library that reads files only.
class MemoryFile {
public:
    explicit MemoryFile(std::string_view bytes)
        : m_descriptor(::memfd_create("one-in-n", MFD_CLOEXEC))
    {
        while (m_descriptor >= 0 && !bytes.empty()) {
            const auto written = ::write(m_descriptor, bytes.data(), bytes.size());
            if (written <= 0)
                break;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        m_isWhole = m_descriptor >= 0 && bytes.empty();
    }
    ~MemoryFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    MemoryFile(const MemoryFile &) = delete;
    MemoryFile &operator=(const MemoryFile &) = delete;
    MemoryFile(MemoryFile &&) = delete;
    MemoryFile &operator=(MemoryFile &&) = delete;

    bool isWhole() const { return m_isWhole; }
    std::string path() const { return "/proc/self/fd/" + std::to_string(m_descriptor); }

private:
    int m_descriptor = -1;
    bool m_isWhole = false;
};

/// Without the name that the file has in memory.
std::string withoutName(std::string message)
{
    constexpr std::string_view before = "file '/proc/self/fd/";
    const auto start = message.find(before);
    const auto end = message.find('\'', start == std::string::npos ? start : start + before.size());
    if (end != std::string::npos)
        message.replace(start, end + 1 - start, "the file");
    return message;
}

Problem broken(const char *message)
{
    std::string detail = withoutName(message != nullptr ? message : "nothing more is known");
    detail.resize(std::min(detail.size(), detail.find('\n'))); // the first line says what is wrong
    if (detail.starts_with("Out of Memory"))
        return memoryRanOut();
    return {.kind = ProblemKind::TableBroken, .detail = "DuckDB says: " + detail};
}

/// Names and types as DuckDB has them, by the way to each.
struct ParquetColumn {
    std::string name;       ///< "a.b"
    std::string expression; ///< "\"a\".\"b\""
    bool isBinary = false;
};

std::string quotedForSql(std::string_view name)
{
    std::string quoted = "\"";
    for (const char c : name)
        quoted.append(c == '"' ? 2 : 1, c);
    return quoted + '"';
}

class Connection {
public:
    explicit Connection(const DuckDb &library)
        : m_library(library)
    {
    }
    ~Connection()
    {
        if (m_hasResult)
            m_library.destroyResult(&m_result);
        if (m_statement != nullptr)
            m_library.destroyPrepare(&m_statement);
        if (m_connection != nullptr)
            m_library.disconnect(&m_connection);
        if (m_database != nullptr)
            m_library.close(&m_database);
    }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    Connection(Connection &&) = delete;
    Connection &operator=(Connection &&) = delete;

    std::optional<Problem> open();
    /// Its result takes the place of the one before.
    std::optional<Problem> run(const std::string &query);
    std::vector<ParquetColumn> columns();
    /// Adds the rows of all chunks; every column has to be text.
    std::optional<Problem> addRows(TableText &text, std::size_t columns, const JobControl &job);

private:
    void addColumn(const std::string &name, const std::string &expression, DuckDb::Handle type,
                   std::vector<ParquetColumn> &columns);
    void addChunk(DuckDb::Handle chunk, std::size_t columns, TableText &text, std::size_t &row);

    const DuckDb &m_library;
    DuckDb::Handle m_database = nullptr;
    DuckDb::Handle m_connection = nullptr;
    DuckDb::Handle m_statement = nullptr;
    DuckDb::Result m_result{};
    bool m_hasResult = false;
};

std::optional<Problem> Connection::open()
{
    DuckDb::Handle config = nullptr;
    m_library.createConfig(&config);
    // It neither writes nor asks the internet for anything.
    m_library.setConfig(config, "autoinstall_known_extensions", "false");
    m_library.setConfig(config, "autoload_known_extensions", "false");
    m_library.setConfig(config, "temp_directory", "");
    if (const auto available = memoryAvailable()) {
        const auto half = std::to_string(*available / 2) + "B";
        m_library.setConfig(config, "memory_limit", half.c_str());
    }
    char *error = nullptr;
    const int status = m_library.open(nullptr, &m_database, config, &error);
    m_library.destroyConfig(&config);
    if (status != 0) {
        auto problem = broken(error);
        m_library.free(error);
        return problem;
    }
    return m_library.connect(m_database, &m_connection) == 0 ? std::nullopt
                                                             : std::optional(broken(nullptr));
}

std::optional<Problem> Connection::run(const std::string &query)
{
    if (std::exchange(m_hasResult, false))
        m_library.destroyResult(&m_result);
    if (m_statement != nullptr)
        m_library.destroyPrepare(&m_statement);
    if (m_library.prepare(m_connection, query.c_str(), &m_statement) != 0)
        return broken(m_library.prepareError(m_statement));
    m_hasResult = true;
    if (m_library.executeStreaming(m_statement, &m_result) != 0)
        return broken(m_library.resultError(&m_result));
    return std::nullopt;
}

void Connection::addColumn(const std::string &name, const std::string &expression,
                           DuckDb::Handle type, std::vector<ParquetColumn> &columns)
{
    constexpr int blob = 18; // of its enumeration of types
    constexpr int structure = 25;
    const int id = m_library.typeId(type);
    if (id != structure) {
        columns.push_back({name, expression, id == blob});
        return;
    }
    for (std::uint64_t i = 0; i < m_library.structSize(type); ++i) {
        char *child = m_library.structName(type, i);
        const std::string field = child;
        m_library.free(child);
        DuckDb::Handle childType = m_library.structType(type, i);
        std::string childName = name;
        std::string childExpression = expression;
        childName.append(".").append(field);
        childExpression.append(".").append(quotedForSql(field));
        addColumn(childName, childExpression, childType, columns);
        m_library.destroyType(&childType);
    }
}

std::vector<ParquetColumn> Connection::columns()
{
    std::vector<ParquetColumn> columns;
    for (std::uint64_t i = 0; i < m_library.columnCount(&m_result); ++i) {
        const std::string name = m_library.columnName(&m_result, i);
        DuckDb::Handle type = m_library.columnType(&m_result, i);
        // With the table's name, a column cannot be taken for a table with that field.
        addColumn(name, "rows." + quotedForSql(name), type, columns);
        m_library.destroyType(&type);
    }
    return columns;
}

/// As DuckDB lays a text out in a vector: short ones in place.
std::string_view textAt(const void *vector, std::size_t row)
{
    constexpr std::size_t size = 16;
    constexpr std::uint32_t mostInPlace = 12;
    const char *at = static_cast<const char *>(vector) + row * size;
    std::uint32_t length = 0;
    std::memcpy(&length, at, sizeof length);
    if (length <= mostInPlace)
        return {at + sizeof length, length};
    const char *start = nullptr;
    std::memcpy(&start, at + size - sizeof start, sizeof start);
    return {start, length};
}

bool isThere(const std::uint64_t *validity, std::size_t row)
{
    constexpr std::size_t bits = 64;
    return validity == nullptr || ((validity[row / bits] >> (row % bits)) & 1U) != 0;
}

void Connection::addChunk(DuckDb::Handle chunk, std::size_t columns, TableText &text,
                          std::size_t &row)
{
    std::vector<std::pair<const void *, const std::uint64_t *>> vectors;
    for (std::size_t i = 0; i < columns; ++i) {
        DuckDb::Handle vector = m_library.chunkVector(chunk, i);
        vectors.emplace_back(m_library.vectorData(vector), m_library.vectorValidity(vector));
    }
    const std::size_t rows = m_library.chunkSize(chunk);
    for (std::size_t i = 0; i < rows; ++i) {
        for (const auto &[data, validity] : vectors)
            text.addCell(isThere(validity, i) ? textAt(data, i) : std::string_view());
        text.endRecord(++row);
    }
}

std::optional<Problem> Connection::addRows(TableText &text, std::size_t columns,
                                           const JobControl &job)
{
    std::size_t row = 0;
    for (std::size_t chunks = 1;; ++chunks) {
        if (job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        DuckDb::Handle chunk = m_library.fetchChunk(m_result);
        if (chunk == nullptr)
            break;
        addChunk(chunk, columns, text, row);
        m_library.destroyChunk(&chunk);
        constexpr std::size_t chunksBetweenLooks = 16;
        if (chunks % chunksBetweenLooks == 0) {
            if (auto problem = memoryProblem(text.size() / 2, memoryAvailable()))
                return problem;
        }
    }
    const char *error = m_library.resultError(&m_result);
    return error == nullptr || *error == '\0' ? std::nullopt : std::optional(broken(error));
}

/// All columns that are text or can be written so, in the file's order.
std::string queryOf(const std::vector<ParquetColumn> &columns, const std::string &source)
{
    std::string query = "SELECT ";
    for (const auto &column : columns) {
        query += column.isBinary
                ? "CASE WHEN " + column.expression + " IS NULL THEN NULL ELSE '' END"
                : "CAST(" + column.expression + " AS VARCHAR)";
        query += ", ";
    }
    query.resize(query.size() - 2);
    return query + source;
}

} // namespace

bool isParquet(std::string_view bytes)
{
    constexpr std::size_t leastBytes = 12;
    return bytes.size() >= leastBytes && bytes.starts_with("PAR1") && bytes.ends_with("PAR1");
}

Result<Converted> fromParquet(std::string_view bytes, const TableAsked &asked,
                              const JobControl &job)
{
    if (!asked.name.empty())
        return Problem{.kind = ProblemKind::TableMissing, .detail = asked.name};
    const auto *library = DuckDb::library();
    if (library == nullptr)
        return Problem{.kind = ProblemKind::FileBinary, .detail = "Parquet"};
    if (auto problem = memoryProblem(bytes.size(), memoryAvailable()))
        return *problem;
    const MemoryFile file(bytes);
    if (!file.isWhole())
        return memoryRanOut();
    const std::string source = " FROM read_parquet('" + file.path() + "') AS rows";
    Connection connection(*library);
    if (auto problem = connection.open())
        return *problem;
    if (auto problem = connection.run("SELECT *" + source + " LIMIT 0"))
        return *problem;
    const auto columns = connection.columns();
    if (auto problem = connection.run(queryOf(columns, source)))
        return *problem;

    TableText text;
    ReadingNote note{.kind = ReadingNote::Kind::Binary};
    for (const auto &column : columns) {
        text.addCell(column.name);
        if (column.isBinary)
            note.names.push_back(column.name);
    }
    text.endHeader();
    if (auto problem = connection.addRows(text, columns.size(), job))
        return *problem;
    Converted converted{.bytes = text.take(), .firstLine = TableText::firstLine, .delimiter = ','};
    if (!note.names.empty())
        converted.note = std::move(note);
    return converted;
}

} // namespace oneinn::ingest
