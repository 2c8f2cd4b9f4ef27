// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/problem.h"
#include "ingest/columnmapping.h"

#include <cstddef>
#include <filesystem>
#include <new>
#include <optional>
#include <stdexcept>

namespace oneinn::ingest {

/// Bytes that reading and indexing so many records take beyond the file's own, at the moment they
/// take most: the columns that are kept, and an index while it is made.
std::size_t memoryNeed(std::size_t records, const ResolvedMapping &mapping);

/// Bytes that can still be had without pushing other programs out, by what the system, this
/// process's limits and its control groups (a container's, say) allow; absent where none says.
std::optional<std::size_t> memoryAvailable();

/// What a process's control groups (of either version) leave it, by the list of them as in
/// /proc/self/cgroup and the tree of all as in /sys/fs/cgroup; absent where they set no limit.
std::optional<std::size_t> memoryLeftInGroups(const std::filesystem::path &list,
                                              const std::filesystem::path &tree);

/// NotEnoughMemory where the need is known to be larger.
std::optional<Problem> memoryProblem(std::size_t need, std::optional<std::size_t> available);

/// NotEnoughMemory, without numbers: some of it was refused.
Problem memoryRanOut();

/// What the work returns, a Result; memory that is refused meanwhile becomes its problem.
template<typename Work> auto withinMemory(const Work &work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::bad_alloc &) {
        return memoryRanOut();
    } catch (const std::length_error &) {
        return memoryRanOut();
    }
}

} // namespace oneinn::ingest
