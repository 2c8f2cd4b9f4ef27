// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"
#include "ingest/databaseaddress.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <memory>
#include <optional>
#include <string>
#include <vector>

class QSqlError;

namespace oneinn::databases {

/// An open connection that only reads. It is of the thread that opened it.
class Connection {
public:
    /// With the password that is kept. Problems: DatabaseDriverMissing, DatabaseAsksPassword,
    /// DatabaseUnreachable.
    static Result<std::unique_ptr<Connection>> open(const ingest::DatabaseAddress &address);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    Connection(Connection &&) = delete;
    Connection &operator=(Connection &&) = delete;

    /// What there is to read, as a person would name it.
    std::vector<std::string> tables();
    /// The columns of what is read. Problems: TableMissing, DatabaseRefused.
    Result<std::vector<std::string>> columns(const ingest::DatabaseAddress &address);

    /// Runs it, and leaves its rows in `query`. Problems: DatabaseRefused.
    std::optional<Problem> run(QSqlQuery &query, const std::string &statement) const;
    QSqlQuery query() const;
    /// By which PostgreSQL can be told to give up what it does here; 0 elsewhere.
    int process();

private:
    explicit Connection(const ingest::DatabaseAddress &address);

    Problem openingProblem(const QSqlError &error) const;

    ingest::DatabaseAddress m_address;
    QString m_name;
    QSqlDatabase m_database;
    mutable bool m_lacksTable = false; ///< the last refusal was for a table that is not there
};

} // namespace oneinn::databases
