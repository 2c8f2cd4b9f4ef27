// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <condition_variable>
#include <mutex>
#include <stop_token>

namespace oneinn {

/// While it lasts, work waits where it would ask whether it should stop: somebody is moving a dial,
/// and has all of the machine. All members may be called from any thread.
class Recess {
public:
    void begin()
    {
        const std::lock_guard lock(m_mutex);
        m_lasts = true;
    }
    void end()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_lasts = false;
        }
        m_over.notify_all();
    }
    /// Returns at once if it does not last; else when it is over, or the work is to stop.
    void waitUntilOver(const std::stop_token &stop) const
    {
        std::unique_lock lock(m_mutex);
        m_over.wait(lock, stop, [this] { return !m_lasts; });
    }

private:
    mutable std::mutex m_mutex;
    mutable std::condition_variable_any m_over;
    bool m_lasts = false;
};

} // namespace oneinn
