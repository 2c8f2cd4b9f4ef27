// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/pipeline/pipeline.h"
#include "core/predictions/predictions.h"
#include "core/problem.h"
#include "ingest/latencyunit.h"
#include "ingest/tablefile.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// A file with a column for each stage of a pipeline: whether it was right, and how long it took.
namespace oneinn::ingest {

struct StageAsked {
    std::string name;
    std::string column; ///< "COLUMN" or "COLUMN:WAIT"; names may hold a ':' themselves
    friend bool operator==(const StageAsked &, const StageAsked &) = default;
};

struct StagesAsked {
    std::vector<StageAsked> stages; ///< in their order; empty: guessed by name
    std::optional<std::string> weight = {};
    std::optional<std::string> user = {};
    std::optional<std::string> day = {};
    std::vector<Selection::Where> where = {};
    friend bool operator==(const StagesAsked &, const StagesAsked &) = default;
};

struct StageColumn {
    std::string name;
    std::size_t column = 0;
    std::optional<std::size_t> wait = {};
    LatencyUnit unit = LatencyUnit::Milliseconds;
    bool unitIsAssumed = false; ///< the wait's name says none
};

struct StageTable {
    StageRows rows;
    std::vector<StageColumn> columns;
    bool guessed = false;
    std::size_t records = 0;
    std::size_t outside = 0;       ///< of what was asked for by --where
    std::size_t unknown = 0;       ///< set aside: not known at a stage they come to
    std::size_t weightMissing = 0; ///< set aside

    std::size_t aside() const { return unknown + weightMissing; }
};

/// The stages that columns are named after, in the order in which pipelines have them: what was
/// "retrieved", "ranked", "answered" and words like these, with "_ok" or the like behind it, and
/// beside each a column of the same word that names a wait. Empty: no two of them.
std::vector<StageColumn> guessedStages(const TableFile &table);

/// Problems: ColumnMissing (also where nothing was asked and nothing is guessed), those of
/// labelValues(), PositiveValueUnclear, NothingUsable.
Result<StageTable> stageTable(const TableFile &table, const StagesAsked &asked);

} // namespace oneinn::ingest
