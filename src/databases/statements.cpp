// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "databases/statements.h"

namespace oneinn::databases {

namespace {

using ingest::DatabaseAddress;
using ingest::DatabaseKind;

std::string withoutEnd(std::string statement)
{
    const std::size_t last = statement.find_last_not_of(" \t\r\n;");
    statement.erase(last == std::string::npos ? 0 : last + 1);
    return statement;
}

std::string counts(const DatabaseAddress &address)
{
    ingest::GroupedSql wish = *address.counted;
    wish.dialect = address.spoken();
    wish.table = address.table;
    return withoutEnd(ingest::groupedSql(wish));
}

} // namespace

std::string sourceSql(const DatabaseAddress &address)
{
    if (address.counted)
        return "(\n" + counts(address) + "\n) AS source";
    if (!address.query.empty()) // what ends in a comment must not hide the bracket
        return "(\n" + withoutEnd(address.query) + "\n) AS source";
    return ingest::sqlTable(address.spoken(), address.table) + " AS source";
}

std::string namesSql(const DatabaseAddress &address)
{
    return "SELECT * FROM " + sourceSql(address) + " WHERE 1 = 0";
}

std::string rowsSql(const DatabaseAddress &address, const std::vector<std::string> &columns)
{
    if (address.kind != DatabaseKind::PostgreSql)
        return "SELECT * FROM " + sourceSql(address);
    std::string cells;
    for (const std::string &column : columns)
        cells += (cells.empty() ? "source." : ", source.")
                + ingest::sqlColumn(address.spoken(), column) + "::text";
    return "SELECT " + cells + " FROM " + sourceSql(address);
}

std::string planSql(const DatabaseAddress &address)
{
    return "EXPLAIN (FORMAT JSON) SELECT * FROM " + sourceSql(address);
}

std::string tablesSql()
{
    return "SELECT n.nspname, c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = "
           "c.relnamespace WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND NOT c.relispartition "
           "AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' AND "
           "has_table_privilege(c.oid, 'SELECT') ORDER BY 1, 2";
}

} // namespace oneinn::databases
