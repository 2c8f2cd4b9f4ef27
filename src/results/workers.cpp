// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/workers.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <new>
#include <thread>
#include <utility>

#ifdef __linux__
#include <sys/resource.h>
#include <unistd.h>
#endif

namespace oneinn {

namespace {

/// Behind the window's own thread, which a hand may be dragging. Threads that the work starts are
/// as this one. Where it cannot be had the window is only less smooth.
void stepBack()
{
#ifdef __linux__
    constexpr int politeness = 10;
    // The system keeps it for each thread, under the thread's own number.
    setpriority(PRIO_PROCESS, static_cast<id_t>(gettid()), politeness);
#endif
}

} // namespace

/// Outlives its Workers as long as a thread is at work.
struct Workers::Shared {
    std::mutex mutex;
    std::condition_variable wake;
    std::deque<std::function<void()>> waiting;
    bool closed = false;

    void add(std::function<void()> work)
    {
        {
            const std::lock_guard lock(mutex);
            waiting.push_back(std::move(work));
        }
        wake.notify_one();
    }
    void close()
    {
        std::deque<std::function<void()>> dropped; // what they hold is let go of without the lock
        {
            const std::lock_guard lock(mutex);
            closed = true;
            dropped.swap(waiting);
        }
        wake.notify_all();
    }
    void work()
    {
        std::unique_lock lock(mutex);
        for (;;) {
            wake.wait(lock, [this] { return closed || !waiting.empty(); });
            if (closed)
                return;
            const std::function<void()> next = std::move(waiting.front());
            waiting.pop_front();
            lock.unlock();
            try {
                next();
            } catch (const std::bad_alloc &) {
            }
            lock.lock();
        }
    }
};

Workers::Workers()
    : m_inTurn(std::make_shared<Shared>())
    , m_atOnce(std::make_shared<Shared>())
    , m_recess(std::make_shared<Recess>())
{
    const unsigned threads = std::max(2U, std::thread::hardware_concurrency());
    for (const auto &each : {m_inTurn, m_atOnce}) {
        for (unsigned i = 0; i < threads; ++i)
            std::thread([each] {
                stepBack();
                each->work();
            }).detach();
    }
}

Workers::~Workers()
{
    m_inTurn->close();
    m_atOnce->close();
    m_recess->end();
}

void Workers::run(std::function<void()> work, Want want)
{
    (want == Want::AtOnce ? m_atOnce : m_inTurn)->add(std::move(work));
}

} // namespace oneinn
