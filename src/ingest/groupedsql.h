// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/latencyunit.h"
#include "ingest/sqldialect.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace oneinn::ingest {

/// Into which bins a column of numbers is put. Exact at every edge of them.
struct SqlBins {
    std::size_t steps = 2000;       ///< with as many rows each, as the engine finds them
    std::vector<double> edges = {}; ///< ascending; not empty: these, in place of the steps
};

/// What is to be counted of a table that is too large to be read. Columns by their names there.
struct GroupedSql {
    SqlDialect dialect = SqlDialect::PostgreSql;
    std::string table;
    std::string label;
    std::string score;
    SqlBins scoreBins = {};
    std::string latency = {}; ///< empty: no waits
    LatencyUnit unit = LatencyUnit::Milliseconds;
    SqlBins waitBins = {.steps = 100};
    std::string model = {};                 ///< empty: one model
    std::vector<std::string> segments = {}; ///< chosen ones, each multiplies the rows
    std::string weight = {};                ///< empty: each row is one use
    std::string filter = {}; ///< a condition in the engine's own words; empty: all rows
};

/// What the columns of the result are called, by which it is known again.
inline constexpr std::string_view scoreFromName = "score_from";
inline constexpr std::string_view waitUpToName = "latency_up_to"; ///< with the unit behind: "_ms"
inline constexpr std::string_view countedRowsName = "n";
inline constexpr std::string_view meanWeightName = "sample_weight";

/// One statement whose result is the table, counted: for each label, score bin, wait bin, model and
/// segment how many rows there are (n), and their mean weight. A score stands at the lower edge of
/// its bin and a wait at the upper one, so that "score at or above" and "wait at or below" are
/// exact at every edge. What lies beyond given edges stands one step farther, where it is not
/// exact. A row without a score or a wait has an empty cell: it is counted, and whoever reads it
/// says so. Needs two given edges or none, and names of columns that are not those of the result.
std::string groupedSql(const GroupedSql &wish);

} // namespace oneinn::ingest
