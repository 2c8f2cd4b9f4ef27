// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"
#include "ingest/columnmapping.h"

#include <cstddef>
#include <optional>

namespace oneinn::ingest {

/// Bytes that reading and indexing so many records take beyond the file's own, at the moment they
/// take most: the columns that are kept, and an index while it is made.
std::size_t memoryNeed(std::size_t records, const ResolvedMapping &mapping);

/// Bytes that can still be had without pushing other programs out, by what the system and this
/// process's limits say; absent where neither says.
std::optional<std::size_t> memoryAvailable();

/// NotEnoughMemory where the need is known to be larger.
std::optional<Problem> memoryProblem(std::size_t need, std::optional<std::size_t> available);

} // namespace oneinn::ingest
