// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "databases/onthread.h"

#include "ingest/memoryneed.h"

#include <chrono>
#include <future>
#include <thread>
#include <utility>

namespace oneinn::databases {

using namespace std::chrono_literals;

void Talk::setInterruption(std::function<void()> interruption)
{
    const std::lock_guard lock(m_mutex);
    m_interruption = std::move(interruption);
}

void Talk::interrupt()
{
    std::function<void()> interruption;
    {
        const std::lock_guard lock(m_mutex);
        interruption = m_interruption;
    }
    if (interruption)
        interruption();
}

std::optional<Problem> onThread(const std::function<std::optional<Problem>(Talk &)> &work,
                                const JobControl &job)
{
    constexpr auto look = 20ms;
    constexpr auto patience = 1s;
    auto talk = std::make_shared<Talk>();
    std::packaged_task<std::optional<Problem>()> task(
            [talk, work] { return ingest::withinMemory([&] { return work(*talk); }); });
    auto done = task.get_future();
    std::thread(std::move(task)).detach();
    while (done.wait_for(look) == std::future_status::timeout) {
        job.report(talk->m_share);
        if (!job.stopRequested())
            continue;
        talk->m_isOver = true;
        // Telling the server may take as long as asking it did.
        std::thread([talk] { talk->interrupt(); }).detach();
        static_cast<void>(done.wait_for(patience));
        return Problem{.kind = ProblemKind::Cancelled};
    }
    return job.stopRequested() ? Problem{.kind = ProblemKind::Cancelled} : done.get();
}

} // namespace oneinn::databases
