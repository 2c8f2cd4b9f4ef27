// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/sqldialect.h"

#include <algorithm>
#include <cctype>

namespace oneinn::ingest {

namespace {

bool isPlain(std::string_view name)
{
    const auto isWord = [](unsigned char c) { return std::isalnum(c) != 0 || c == '_'; };
    return !name.empty() && std::isdigit(static_cast<unsigned char>(name.front())) == 0
            && std::all_of(name.begin(), name.end(), isWord);
}

std::string quoted(std::string_view name, char quote, std::string_view within)
{
    std::string text(1, quote);
    for (const char c : name) {
        if (c == quote || (c == '\\' && within.front() == '\\'))
            text += within.front();
        text += c;
    }
    return text + quote;
}

/// 0/N, 1/N, ... (N - 1)/N, written out: several engines take literals alone.
std::string levels(std::size_t steps)
{
    std::string text;
    for (std::size_t i = 0; i < steps; ++i) {
        const double level = static_cast<double>(i) / static_cast<double>(steps);
        std::string number = std::to_string(level);
        text += (i > 0 ? ", " : "") + number;
    }
    return text;
}

} // namespace

const std::vector<SqlDialectName> &sqlDialects()
{
    static const std::vector<SqlDialectName> all{
            {"postgresql", SqlDialect::PostgreSql}, {"duckdb", SqlDialect::DuckDb},
            {"sqlite", SqlDialect::Sqlite},         {"spark", SqlDialect::Spark},
            {"bigquery", SqlDialect::BigQuery},     {"snowflake", SqlDialect::Snowflake},
            {"clickhouse", SqlDialect::ClickHouse}, {"trino", SqlDialect::Trino}};
    return all;
}

std::optional<SqlDialect> sqlDialectNamed(std::string_view name)
{
    const auto &all = sqlDialects();
    const auto found = std::find_if(all.begin(), all.end(),
                                    [name](const auto &each) { return each.name == name; });
    return found == all.end() ? std::nullopt : std::optional(found->dialect);
}

std::string sqlColumn(SqlDialect dialect, std::string_view name)
{
    switch (dialect) {
    case SqlDialect::Snowflake:
        return isPlain(name) ? std::string(name) : quoted(name, '"', "\"");
    case SqlDialect::Spark:
        return quoted(name, '`', "`");
    case SqlDialect::BigQuery:
    case SqlDialect::ClickHouse:
        return quoted(name, '`', "\\");
    case SqlDialect::PostgreSql:
    case SqlDialect::DuckDb:
    case SqlDialect::Sqlite:
    case SqlDialect::Trino:
        break;
    }
    return quoted(name, '"', "\"");
}

std::string sqlTable(SqlDialect dialect, std::string_view name)
{
    std::string text;
    while (true) {
        const std::size_t dot = name.find('.');
        text += sqlColumn(dialect, name.substr(0, dot));
        if (dot == std::string_view::npos)
            return text;
        text += '.';
        name.remove_prefix(dot + 1);
    }
}

std::optional<SqlQuantiles> sqlQuantiles(SqlDialect dialect, const std::string &value,
                                         const std::string &list, std::size_t steps)
{
    const std::string last = std::to_string(steps - 1);
    const std::string many = std::to_string(steps);
    switch (dialect) {
    case SqlDialect::PostgreSql:
        return SqlQuantiles{"percentile_disc(ARRAY(SELECT i / " + many
                                    + "::float8 FROM generate_series(0, " + last
                                    + ") AS i)) WITHIN GROUP (ORDER BY " + value + ")",
                            list + "[width_bucket(" + value + ", " + list + ")]"};
    case SqlDialect::Trino:
        return SqlQuantiles{"array_sort(ARRAY[min(" + value + ")] || approx_percentile(" + value
                                    + ", ARRAY[" + levels(steps) + "]))",
                            "element_at(" + list + ", CAST(width_bucket(" + value + ", " + list
                                    + ") AS INTEGER))"};
    case SqlDialect::BigQuery:
        return SqlQuantiles{"APPROX_QUANTILES(" + value + ", " + many + ")",
                            list + "[SAFE_ORDINAL(RANGE_BUCKET(" + value + ", " + list + "))]"};
    case SqlDialect::Spark:
        return SqlQuantiles{"percentile_approx(" + value + ", array(" + levels(steps) + "), "
                                    + std::to_string(10 * steps) + ")",
                            "array_max(filter(" + list + ", edge -> edge <= " + value + "))"};
    case SqlDialect::ClickHouse:
        return SqlQuantiles{"quantilesExact(" + levels(steps) + ")(" + value + ")",
                            "arrayElement(" + list + ", arrayCount(edge -> edge <= " + value + ", "
                                    + list + "))"};
    case SqlDialect::DuckDb:
    case SqlDialect::Sqlite:
    case SqlDialect::Snowflake:
        break;
    }
    return std::nullopt;
}

} // namespace oneinn::ingest
