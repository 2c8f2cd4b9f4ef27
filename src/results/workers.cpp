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
    : m_shared(std::make_shared<Shared>())
{
    const unsigned threads = std::max(2U, std::thread::hardware_concurrency());
    for (unsigned i = 0; i < threads; ++i)
        std::thread([shared = m_shared] {
            stepBack();
            shared->work();
        }).detach();
}

Workers::~Workers()
{
    std::deque<std::function<void()>> dropped; // what they hold is let go of without the lock
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->closed = true;
        dropped.swap(m_shared->waiting);
    }
    m_shared->wake.notify_all();
}

void Workers::run(std::function<void()> work)
{
    {
        const std::lock_guard lock(m_shared->mutex);
        m_shared->waiting.push_back(std::move(work));
    }
    m_shared->wake.notify_one();
}

} // namespace oneinn
