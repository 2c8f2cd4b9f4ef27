// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/classes/classreport.h"
#include "ingest/classcolumns.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace oneinn::ingest {

/// Rows of several classes as a file has them, and how it was read.
struct ClassTable {
    /// What was decided of them only where the file says it; a missing decision is "undecided".
    ClassRows rows;
    std::optional<ClassScores> scores; ///< else: of the same rows, a column for each class
    ClassColumns columns;
    std::vector<std::uint32_t> record; ///< of each row: which of the file, from 1
    std::size_t records = 0;
    std::size_t labelMissing = 0;  ///< records set aside, each for the first reason there is
    std::size_t scoreMissing = 0;  ///< a score is missing, or is no finite number
    std::size_t weightMissing = 0; ///< or not above 0
    std::size_t outside = 0;       ///< other values than those asked for
};

/// Troubles: those of classColumns(), NothingUsable.
std::variant<ClassTable, ClassTrouble> classTable(const TableFile &table,
                                                  const ClassesAsked &asked);

} // namespace oneinn::ingest
