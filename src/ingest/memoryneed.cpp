// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ingest/memoryneed.h"

#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <string>
#include <string_view>

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

std::optional<std::size_t> numberIn(const std::filesystem::path &file)
{
    std::ifstream stream(file);
    std::size_t number = 0;
    // "max" stands for no limit in one version, a huge number in the other.
    return stream >> number ? std::optional(number) : std::nullopt;
}

/// Pages of files, which the system gives back when they are needed.
std::size_t reclaimable(const std::filesystem::path &group, const std::string &prefix)
{
    std::ifstream stream(group / "memory.stat");
    std::size_t bytes = 0;
    std::string name;
    std::size_t value = 0;
    while (stream >> name >> value) {
        if (name == prefix + "active_file" || name == prefix + "inactive_file")
            bytes += value;
    }
    return bytes;
}

struct GroupFiles {
    const char *folder; ///< within the tree
    const char *limit;
    const char *usage;
    const char *prefix; ///< of what the group and all within it use
};
constexpr GroupFiles firstVersion{"memory", "memory.limit_in_bytes", "memory.usage_in_bytes",
                                  "total_"};
constexpr GroupFiles secondVersion{"", "memory.max", "memory.current", ""};

/// The least that the group and those it is in leave.
std::optional<std::size_t> leftOfGroup(const std::filesystem::path &tree, std::string_view group,
                                       const GroupFiles &files)
{
    std::optional<std::size_t> least;
    const auto root = tree / files.folder;
    auto name = std::filesystem::path(group).relative_path();
    for (;;) {
        const auto folder = root / name;
        const auto limit = numberIn(folder / files.limit);
        const auto usage = numberIn(folder / files.usage);
        if (limit && usage) {
            const auto used = *usage - std::min(*usage, reclaimable(folder, files.prefix));
            const auto left = *limit - std::min(*limit, used);
            least = std::min(least.value_or(left), left);
        }
        if (name.empty())
            return least;
        name = name.parent_path();
    }
}

} // namespace

std::optional<std::size_t> memoryLeftInGroups(const std::filesystem::path &list,
                                              const std::filesystem::path &tree)
{
    std::ifstream groups(list);
    std::string line;
    std::optional<std::size_t> least;
    while (std::getline(groups, line)) { // "4:memory:/a/b", "0::/a/b"
        const auto first = line.find(':');
        const auto second = line.find(':', first + 1);
        if (first == std::string::npos || second == std::string::npos)
            continue;
        const auto kind = std::string_view(line).substr(first + 1, second - first - 1);
        if (kind != "memory" && !kind.empty())
            continue;
        const auto left = leftOfGroup(tree, std::string_view(line).substr(second + 1),
                                      kind.empty() ? secondVersion : firstVersion);
        if (left)
            least = std::min(least.value_or(*left), *left);
    }
    return least;
}

std::size_t memoryNeed(std::size_t records, const ResolvedMapping &mapping)
{
    std::size_t bytes = sizeof(double) + 1 + sizeof(std::uint32_t); // score, label and line
    for (const auto &column : {mapping.latency, mapping.weight})
        bytes += column ? sizeof(double) : 0;
    for (const auto &column : {mapping.model, mapping.exampleId, mapping.userId, mapping.day})
        bytes += column ? sizeof(std::uint32_t) : 0;
    bytes += mapping.segments.size() * sizeof(std::uint32_t);
    bytes += mapping.features.size() * sizeof(std::uint16_t);
    // Each example has an id of its own to be remembered, as text.
    constexpr std::size_t idBytes = 40;
    bytes += mapping.exampleId ? idBytes : 0;
    return records * (bytes + indexBytesPerRow) + fixedBytes;
}

std::optional<std::size_t> memoryAvailable()
{
    std::optional<std::size_t> least;
    for (const auto &left : {accountOf("/proc/meminfo", "MemAvailable"), leftOfLimit(),
                             memoryLeftInGroups("/proc/self/cgroup", "/sys/fs/cgroup")}) {
        if (left)
            least = std::min(least.value_or(*left), *left);
    }
    return least;
}

Problem memoryRanOut()
{
    return {.kind = ProblemKind::NotEnoughMemory};
}

std::optional<Problem> memoryProblem(std::size_t need, std::optional<std::size_t> available)
{
    if (!available || need <= *available)
        return std::nullopt;
    return Problem{.kind = ProblemKind::NotEnoughMemory, .expected = need, .found = *available};
}

} // namespace oneinn::ingest
