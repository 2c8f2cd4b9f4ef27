// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <algorithm>
#include <cstddef>
#include <exception>
#include <thread>
#include <vector>

namespace oneinn {

/// Below this many rows a second thread costs more than it saves.
inline constexpr std::size_t rowsWorthAThread = 65536;

/// How many threads to use for work on this many rows, of those that are allowed (at least 1).
inline unsigned threadsFor(std::size_t rows, unsigned allowed)
{
    return rows < rowsWorthAThread ? 1U : std::max(1U, allowed);
}

/// Cuts [0, size) into `parts` runs and calls work(part, begin, end) for all of them at once, the
/// first on the caller's thread. Returns when all are done. What `work` throws, for want of memory
/// say, is thrown here then, of several parts that of the first.
template<typename Work> void inParts(std::size_t size, unsigned parts, const Work &work)
{
    const auto edge = [=](unsigned part) { return size * part / parts; };
    std::vector<std::exception_ptr> thrown(parts);
    const auto run = [&](unsigned part) {
        try {
            work(part, edge(part), edge(part + 1));
        } catch (...) {
            thrown[part] = std::current_exception();
        }
    };
    {
        std::vector<std::jthread> others;
        others.reserve(parts - 1);
        for (unsigned part = 1; part < parts; ++part)
            others.emplace_back([&run, part] { run(part); });
        run(0U);
    }
    for (const std::exception_ptr &each : thrown) {
        if (each)
            std::rethrow_exception(each);
    }
}

} // namespace oneinn
