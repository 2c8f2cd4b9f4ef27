// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ingest/columncandidates.h"

namespace oneinn::ingest {

/// The column that says which model a row is from: by a name that says model, or by one that may
/// say so ("provider", "method") if the same examples occur under several of its values. Where the
/// sample is not the whole file and so cannot tell, it is taken for models, and said.
ColumnChoice judgeModel(const ColumnCandidates &candidates);

/// A second column that keys examples together with the first, where that alone does not: rows
/// counted from 0 in every split. Absent where the first does, or no other helps.
std::optional<std::size_t> secondKey(const ColumnCandidates &candidates, std::size_t examples,
                                     std::size_t models);

/// Models that have decisions where they have no score: none of their records in the sample holds
/// one, and a column says yes or no for each that did not fail.
struct Deciders {
    std::vector<std::string> models;
    std::optional<std::size_t> column;
};
Deciders judgeDeciders(const ColumnCandidates &candidates, std::size_t models, std::size_t score);

} // namespace oneinn::ingest
