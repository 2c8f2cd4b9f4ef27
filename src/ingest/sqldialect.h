// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace oneinn::ingest {

enum class SqlDialect { PostgreSql, DuckDb, Sqlite, Spark, BigQuery, Snowflake, ClickHouse, Trino };

/// All of them, by the names that a person types.
struct SqlDialectName {
    std::string_view name; ///< "postgresql"
    SqlDialect dialect;
};
const std::vector<SqlDialectName> &sqlDialects();
/// Absent where none is called so.
std::optional<SqlDialect> sqlDialectNamed(std::string_view name);

/// A name as an identifier, whatever is in it: quoted, a quote within doubled (BigQuery, which
/// knows no doubling: with a backslash). Snowflake folds what is not quoted to capitals, as it does
/// where a table is made, so a plain name stays plain there. A dot parts schema and table.
std::string sqlColumn(SqlDialect dialect, std::string_view name);
std::string sqlTable(SqlDialect dialect, std::string_view name);

/// Quantiles as the engine itself finds them in one pass over a column, and the bin of a value
/// among them by the engine's own search. Absent for engines without either (DuckDB, SQLite,
/// Snowflake), where a window over the distinct values does the same.
struct SqlQuantiles {
    std::string
            edges; ///< an aggregate: a sorted list of `steps` quantiles, from the least value on
    std::string lower; ///< the last edge at or below the value; null where there is none
};
std::optional<SqlQuantiles> sqlQuantiles(SqlDialect dialect, const std::string &value,
                                         const std::string &list, std::size_t steps);

} // namespace oneinn::ingest
