// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "databases/connection.h"

#include "databases/passwords.h"
#include "databases/statements.h"

#include <QSqlError>
#include <QSqlRecord>
#include <QVariant>

#include <algorithm>
#include <atomic>
#include <utility>

namespace oneinn::databases {

using namespace Qt::StringLiterals;

namespace {

using ingest::DatabaseAddress;
using ingest::DatabaseKind;

struct Driver {
    QLatin1StringView name;
    const char *package;
    QLatin1StringView options;
};

const Driver &driverOf(DatabaseKind kind)
{
    static const Driver postgreSql{"QPSQL"_L1, "libqt6sql6-psql", "connect_timeout=10"_L1};
    static const Driver odbc{"QODBC"_L1, "libqt6sql6-odbc",
                             "SQL_ATTR_LOGIN_TIMEOUT=10;SQL_ATTR_CONNECTION_TIMEOUT=10"_L1};
    static const Driver sqlite{"QSQLITE"_L1, "libqt6sql6-sqlite", "QSQLITE_OPEN_READONLY"_L1};
    switch (kind) {
    case DatabaseKind::PostgreSql:
        break;
    case DatabaseKind::Odbc:
        return odbc;
    case DatabaseKind::Sqlite:
        return sqlite;
    }
    return postgreSql;
}

QString nextName()
{
    static std::atomic<int> number = 0;
    return u"one-in-n-%1"_s.arg(++number);
}

/// What the server said, without the words that the driver and its library put around it.
std::string said(const QSqlError &error)
{
    QString text = error.databaseText().simplified();
    if (text.isEmpty())
        text = error.driverText().simplified();
    text.replace(u" Is the server running"_s, u"; is the server running"_s);
    if (const qsizetype level = text.indexOf(u"FATAL: "_s); level >= 0)
        text = text.mid(level + 7).trimmed();
    text.remove(u"ERROR: "_s);
    text.remove(u"[unixODBC][Driver Manager]"_s);
    while (text.endsWith(u'.') || text.endsWith(u'?') || text.endsWith(u' '))
        text.chop(1);
    return text.trimmed().toStdString();
}

/// A server tells so in its own language, and before there is a connection without a code.
bool isAboutPassword(const QSqlError &error)
{
    const QString text = error.databaseText();
    const QString state = error.nativeErrorCode();
    return state == u"28000"_s || state == u"28P01"_s
            || text.contains(u"passw"_s, Qt::CaseInsensitive)
            || text.contains(u"mot de passe"_s, Qt::CaseInsensitive)
            || text.contains(u"contrase"_s, Qt::CaseInsensitive);
}

/// Also where it is listed without its schema.
bool isAmong(const std::vector<std::string> &names, const std::string &table)
{
    const std::string last = table.substr(table.rfind('.') + 1);
    return std::ranges::any_of(
            names, [&](const std::string &name) { return name == table || name == last; });
}

} // namespace

Connection::Connection(const DatabaseAddress &address)
    : m_address(address)
    , m_name(nextName())
    , m_database(QSqlDatabase::addDatabase(driverOf(address.kind).name, m_name))
{
}

Connection::~Connection()
{
    m_database.close();
    m_database = QSqlDatabase(); // only then can it be removed
    QSqlDatabase::removeDatabase(m_name);
}

Problem Connection::openingProblem(const QSqlError &error) const
{
    const bool asks = isAboutPassword(error);
    return {.kind = asks ? ProblemKind::DatabaseAsksPassword : ProblemKind::DatabaseUnreachable,
            .detail = said(error),
            .found = asks && !keptPassword(m_address).empty() ? std::size_t(1) : 0};
}

Result<std::unique_ptr<Connection>> Connection::open(const DatabaseAddress &address)
{
    const Driver &driver = driverOf(address.kind);
    if (!QSqlDatabase::isDriverAvailable(driver.name))
        return Problem{.kind = ProblemKind::DatabaseDriverMissing, .detail = driver.package};
    std::unique_ptr<Connection> connection(new Connection(address));
    QSqlDatabase &database = connection->m_database;
    database.setHostName(QString::fromStdString(address.host));
    database.setPort(address.port ? int(*address.port) : -1);
    database.setDatabaseName(QString::fromStdString(address.database));
    database.setUserName(QString::fromStdString(address.user));
    database.setPassword(QString::fromStdString(keptPassword(address)));
    database.setConnectOptions(driver.options);
    if (!database.open())
        return connection->openingProblem(database.lastError());
    if (address.kind == DatabaseKind::PostgreSql) {
        QSqlQuery query = connection->query();
        // Rows in the order in which they lie, so that they are the same ones again; all of them
        // are fetched, so no plan that is quick for the first ones alone. To compile the search
        // among two thousand edges took 25 s of the 30 that counting a million rows took.
        for (const char *setting :
             {"SET default_transaction_read_only = on", "SET synchronize_seqscans = off",
              "SET cursor_tuple_fraction = 1", "SET jit = off",
              "SET application_name = 'One in N'"})
            static_cast<void>(connection->run(query, setting));
    }
    return connection;
}

QSqlQuery Connection::query() const
{
    QSqlQuery query(m_database);
    query.setForwardOnly(m_address.kind != DatabaseKind::PostgreSql); // which is read in parts
    return query;
}

std::optional<Problem> Connection::run(QSqlQuery &query, const std::string &statement) const
{
    if (query.exec(QString::fromStdString(statement)))
        return std::nullopt;
    const QSqlError error = query.lastError();
    const QString state = error.nativeErrorCode();
    m_lacksTable = state == u"42P01"_s || state == u"42S02"_s
            || error.databaseText().startsWith(u"no such table"_s);
    return Problem{.kind = ProblemKind::DatabaseRefused, .detail = said(error)};
}

int Connection::process()
{
    if (m_address.kind != DatabaseKind::PostgreSql)
        return 0;
    QSqlQuery asked = query();
    if (run(asked, "SELECT pg_backend_pid()") || !asked.next())
        return 0;
    return asked.value(0).toInt();
}

std::vector<std::string> Connection::tables()
{
    std::vector<std::string> names;
    if (m_address.kind != DatabaseKind::PostgreSql) {
        for (const auto type : {QSql::Tables, QSql::Views}) {
            const QStringList found = m_database.tables(type);
            for (const QString &name : found)
                names.push_back(name.toStdString());
        }
        return names;
    }
    QSqlQuery asked = query();
    if (run(asked, tablesSql()))
        return names;
    while (asked.next()) {
        const std::string schema = asked.value(0).toString().toStdString();
        std::string name = schema == "public" ? std::string() : schema + '.';
        name += asked.value(1).toString().toStdString();
        names.push_back(std::move(name));
    }
    return names;
}

Result<std::vector<std::string>> Connection::columns(const DatabaseAddress &address)
{
    QSqlQuery asked = query();
    if (auto problem = run(asked, namesSql(address))) {
        if (!address.query.empty())
            return *problem;
        const bool isTold = m_lacksTable;
        if (!isTold && m_address.kind == DatabaseKind::PostgreSql)
            return *problem;
        auto names = tables();
        // Not every driver says what is wrong by a code that is known.
        if (!isTold && (names.empty() || isAmong(names, address.table)))
            return *problem;
        return Problem{.kind = ProblemKind::TableMissing,
                       .detail = address.table,
                       .names = std::move(names)};
    }
    const QSqlRecord record = asked.record();
    std::vector<std::string> names;
    names.reserve(std::size_t(record.count()));
    for (int i = 0; i < record.count(); ++i)
        names.push_back(record.fieldName(i).toStdString());
    return names;
}

} // namespace oneinn::databases
