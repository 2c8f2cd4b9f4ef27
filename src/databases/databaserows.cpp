// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "databases/databaserows.h"

#include "databases/connection.h"
#include "databases/look.h"
#include "databases/onthread.h"
#include "databases/statements.h"
#include "ingest/memoryneed.h"
#include "ingest/tabletext.h"

#include <QDateTime>
#include <QVariant>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace oneinn::databases {

namespace {

using ingest::DatabaseAddress;
using ingest::DatabaseKind;
using Record = std::vector<std::string>;

constexpr int fetched = 10'000; ///< rows between two looks at whether to stop

Problem givenUp()
{
    return {.kind = ProblemKind::Cancelled};
}

std::string cellText(const QVariant &value)
{
    if (value.isNull())
        return {};
    switch (value.typeId()) {
    case QMetaType::Double: {
        std::array<char, 40> buffer{};
        const auto written =
                std::to_chars(buffer.data(), buffer.data() + buffer.size(), value.toDouble());
        return {buffer.data(), written.ptr};
    }
    case QMetaType::QDateTime:
        return value.toDateTime().toString(Qt::ISODateWithMs).toStdString();
    case QMetaType::QByteArray: // no text, as in a file of SQLite
        return {};
    default:
        return value.toString().toStdString();
    }
}

/// Takes rows as they come.
class Rows {
public:
    Rows(const DatabaseAddress &address, Talk &talk, double expected)
        : m_isCounted(address.counted.has_value())
        , m_talk(talk)
        , m_expected(expected)
    {
    }

    void begin(const std::vector<std::string> &columns)
    {
        for (const std::string &column : columns)
            m_text.addCell(column);
        m_text.endHeader();
        m_columns = int(columns.size());
    }

    /// All rows that the query has; how many those were.
    Result<std::size_t> take(QSqlQuery &query)
    {
        std::size_t taken = 0;
        for (; query.next(); ++taken) {
            if (taken % fetched == 0) {
                if (auto problem = look())
                    return *problem;
            }
            takeRow(query);
        }
        m_done += taken;
        if (m_expected > 0.0)
            m_talk.report(std::min(0.98, double(m_done) / m_expected));
        return taken;
    }

    std::string text()
    {
        std::ranges::sort(m_counts);
        for (const Record &record : m_counts)
            write(record);
        return m_text.take();
    }

private:
    std::optional<Problem> look()
    {
        if (m_talk.isOver())
            return givenUp();
        if (m_text.size() < m_checked)
            return std::nullopt;
        m_checked = m_text.size() * 2 + (std::size_t(1) << 24);
        return ingest::memoryProblem(m_checked, ingest::memoryAvailable());
    }

    void takeRow(const QSqlQuery &query)
    {
        m_record.clear();
        for (int i = 0; i < m_columns; ++i)
            m_record.push_back(cellText(query.value(i)));
        if (m_isCounted)
            m_counts.push_back(m_record);
        else
            write(m_record);
    }

    void write(const Record &record)
    {
        for (const std::string &cell : record)
            m_text.addCell(cell);
        m_text.endRecord(++m_line);
    }

    bool m_isCounted;
    Talk &m_talk;
    double m_expected;
    ingest::TableText m_text;
    std::vector<Record> m_counts;
    Record m_record;
    std::size_t m_line = 0;
    std::size_t m_done = 0;
    std::size_t m_checked = 0;
    int m_columns = 0;
};

/// Through a cursor, for which PostgreSQL has one processor work: the library of PostgreSQL would
/// keep all of the result.
std::optional<Problem> fetchAll(Connection &connection, const std::string &statement, Rows &rows)
{
    QSqlQuery query = connection.query();
    if (auto problem = connection.run(query, "BEGIN"))
        return problem;
    if (auto problem = connection.run(query, "DECLARE read_rows NO SCROLL CURSOR FOR " + statement))
        return problem;
    for (;;) {
        const std::string fetch = "FETCH " + std::to_string(fetched) + " FROM read_rows";
        if (auto problem = connection.run(query, fetch))
            return problem;
        const auto taken = rows.take(query);
        if (!taken)
            return taken.problem();
        if (taken.value() == 0)
            return std::nullopt;
    }
}

std::optional<Problem> readAll(Connection &connection, const DatabaseAddress &address, Rows &rows)
{
    const auto columns = connection.columns(address);
    if (!columns)
        return columns.problem();
    rows.begin(columns.value());
    const std::string statement = rowsSql(address, columns.value());
    if (address.kind == DatabaseKind::PostgreSql && !address.counted)
        return fetchAll(connection, statement, rows);
    QSqlQuery query = connection.query();
    if (auto problem = connection.run(query, statement))
        return problem;
    const auto taken = rows.take(query);
    return taken ? std::nullopt : std::optional(taken.problem());
}

/// Where no table is named, its only one.
std::optional<Problem> settleTable(Connection &connection, DatabaseAddress &address)
{
    if (!address.table.empty() || !address.query.empty())
        return std::nullopt;
    auto tables = connection.tables();
    if (tables.size() != 1)
        return Problem{.kind = ProblemKind::TableUnclear, .names = std::move(tables)};
    address.table = tables.front();
    return std::nullopt;
}

std::optional<Problem> read(DatabaseAddress address, Talk &talk, std::string &text)
{
    auto opened = Connection::open(address);
    if (!opened)
        return opened.problem();
    Connection &connection = *opened.value();
    if (talk.isOver())
        return givenUp();
    if (const int process = connection.process(); process != 0)
        talk.setInterruption([address, process] { giveUp(address, process); });
    if (auto problem = settleTable(connection, address))
        return problem;
    const auto expected = address.counted ? std::nullopt : plannedRows(connection, address);
    Rows rows(address, talk, expected ? expected->rows : 0.0);
    auto problem = readAll(connection, address, rows);
    talk.setInterruption({}); // the process may be another's soon
    if (problem)
        return problem;
    text = rows.text();
    return std::nullopt;
}

} // namespace

Result<std::string> databaseRows(const DatabaseAddress &address, const JobControl &job)
{
    auto text = std::make_shared<std::string>();
    const auto problem =
            onThread([address, text](Talk &talk) { return read(address, talk, *text); }, job);
    if (problem)
        return *problem;
    return std::move(*text);
}

} // namespace oneinn::databases
