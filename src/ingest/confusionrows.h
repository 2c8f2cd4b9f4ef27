// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/classtable.h"
#include "ingest/tablefile.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// The rows of one class that were put into another, or into their own.
namespace oneinn::ingest {

struct ConfusionAsked {
    std::uint32_t actual = 0;  ///< below K
    std::uint32_t decided = 0; ///< up to K: undecided
    std::size_t most = 20;
    std::vector<std::size_t> columns = {}; ///< of the file, whose cells are wanted
};

struct ConfusionRow {
    std::uint32_t record = 0; ///< of the file, from 1
    /// Of its own class and of the one it was put into; absent where the file has decisions alone,
    /// of one that is undecided, and the second of one that is right.
    std::optional<double> own, other;
    std::vector<std::string> cells;
};

struct ConfusionRows {
    /// Those farthest on the wrong side first: by how much the other class's score is above their
    /// own. Right ones and undecided ones: the lowest own score first. Without scores, and of equal
    /// ones, as in the file.
    std::vector<ConfusionRow> rows;
    std::size_t all = 0; ///< so many there are
};

/// table: of the file, with what was decided of its rows.
ConfusionRows confusionRows(const TableFile &file, const ClassTable &table,
                            const ConfusionAsked &asked);

} // namespace oneinn::ingest
