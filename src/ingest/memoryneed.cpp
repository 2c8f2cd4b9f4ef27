// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/memoryneed.h"

#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <string>

namespace oneinn::ingest {

namespace {

constexpr std::size_t kilobyte = 1024;
constexpr std::size_t indexBytesPerRow = 60; ///< at most, while it is made: PredictionIndex::build
constexpr std::size_t fixedBytes = std::size_t{100} << 20U; ///< the index's table and the program

/// A line of Linux's own accounts, in bytes ("MemAvailable:  1234 kB"); absent where there is none.
std::optional<std::size_t> accountOf(const char *file, const std::string &name)
{
    std::ifstream accounts(file);
    std::string line;
    while (std::getline(accounts, line)) {
        if (line.rfind(name + ':', 0) != 0)
            continue;
        const std::size_t digit = line.find_first_of("0123456789");
        std::size_t kilobytes = 0;
        if (digit == std::string::npos
            || std::from_chars(line.data() + digit, line.data() + line.size(), kilobytes).ec
                    != std::errc())
            return std::nullopt;
        return kilobytes * kilobyte;
    }
    return std::nullopt;
}

std::optional<std::size_t> leftOfLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_AS, &limit) != 0 || limit.rlim_cur == RLIM_INFINITY)
        return std::nullopt;
    const std::size_t used = accountOf("/proc/self/status", "VmSize").value_or(0);
    const auto most = static_cast<std::size_t>(limit.rlim_cur);
    return most - std::min(most, used);
}

} // namespace

std::size_t memoryNeed(std::size_t records, const ResolvedMapping &mapping)
{
    std::size_t bytes = sizeof(double) + 1; // score and label
    for (const auto &column : {mapping.latency, mapping.weight})
        bytes += column ? sizeof(double) : 0;
    for (const auto &column : {mapping.model, mapping.exampleId, mapping.userId})
        bytes += column ? sizeof(std::uint32_t) : 0;
    bytes += mapping.segments.size() * sizeof(std::uint32_t);
    // Each example has an id of its own to be remembered, as text.
    constexpr std::size_t idBytes = 40;
    bytes += mapping.exampleId ? idBytes : 0;
    return records * (bytes + indexBytesPerRow) + fixedBytes;
}

std::optional<std::size_t> memoryAvailable()
{
    const auto system = accountOf("/proc/meminfo", "MemAvailable");
    const auto process = leftOfLimit();
    if (system && process)
        return std::min(*system, *process);
    return system ? system : process;
}

std::optional<Problem> memoryProblem(std::size_t need, std::optional<std::size_t> available)
{
    if (!available || need <= *available)
        return std::nullopt;
    return Problem{.kind = ProblemKind::NotEnoughMemory, .expected = need, .found = *available};
}

} // namespace oneinn::ingest
