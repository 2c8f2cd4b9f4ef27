// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "databases/look.h"

#include "databases/connection.h"
#include "databases/onthread.h"
#include "databases/statements.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QVariant>

#include <memory>
#include <utility>

namespace oneinn::databases {

namespace {

using ingest::DatabaseAddress;

std::optional<Problem> look(const DatabaseAddress &address, Talk &talk, Look &seen)
{
    auto opened = Connection::open(address);
    if (!opened)
        return opened.problem();
    Connection &connection = *opened.value();
    if (const int process = connection.process(); process != 0)
        talk.setInterruption([address, process] { giveUp(address, process); });
    seen.tables = connection.tables();
    if (address.table.empty() && address.query.empty())
        return std::nullopt;
    DatabaseAddress rows = address;
    rows.counted.reset();
    auto columns = connection.columns(rows);
    if (!columns)
        return columns.problem();
    seen.columns = std::move(columns).value();
    seen.rows = plannedRows(connection, rows);
    talk.setInterruption({});
    return std::nullopt;
}

std::size_t binsOf(const ingest::SqlBins &bins)
{
    return bins.edges.empty() ? bins.steps : bins.edges.size() + 1;
}

} // namespace

Result<Look> lookAt(const DatabaseAddress &address, const JobControl &job)
{
    auto seen = std::make_shared<Look>();
    const auto problem =
            onThread([address, seen](Talk &talk) { return look(address, talk, *seen); }, job);
    if (problem)
        return *problem;
    return std::move(*seen);
}

double mostCountedRows(const ingest::GroupedSql &counted)
{
    const double waits = counted.latency.empty() ? 1.0 : double(binsOf(counted.waitBins));
    return 2.0 * double(binsOf(counted.scoreBins)) * waits; // for either label
}

std::optional<Planned> plannedRows(Connection &connection, const DatabaseAddress &address)
{
    if (address.kind != ingest::DatabaseKind::PostgreSql)
        return std::nullopt;
    QSqlQuery query = connection.query();
    if (connection.run(query, planSql(address)) || !query.next())
        return std::nullopt;
    const QJsonObject plan = QJsonDocument::fromJson(query.value(0).toByteArray())
                                     .array()
                                     .at(0)
                                     .toObject()
                                     .value(QStringLiteral("Plan"))
                                     .toObject();
    const double rows = plan.value(QStringLiteral("Plan Rows")).toDouble(-1.0);
    if (rows < 0.0)
        return std::nullopt;
    return Planned{.rows = rows,
                   .bytes = rows * plan.value(QStringLiteral("Plan Width")).toDouble()};
}

void giveUp(const DatabaseAddress &address, int process)
{
    const auto connection = Connection::open(address);
    if (!connection)
        return;
    QSqlQuery query = connection.value()->query();
    static_cast<void>(connection.value()->run(
            query, "SELECT pg_cancel_backend(" + std::to_string(process) + ")"));
}

} // namespace oneinn::databases
