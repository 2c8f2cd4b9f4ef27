// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/problem.h"

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>

/// A driver waits for its server and cannot be asked to look at anything meanwhile.
namespace oneinn::databases {

/// What a thread that talks to a database shares with the one that waits for it. It outlives both.
class Talk {
public:
    bool isOver() const { return m_isOver; }
    void report(double share) { m_share = share; }
    /// How the server can be told, from elsewhere, to give up what it does; empty: it cannot.
    void setInterruption(std::function<void()> interruption);

private:
    friend std::optional<Problem> onThread(const std::function<std::optional<Problem>(Talk &)> &,
                                           const JobControl &);

    void interrupt();

    std::atomic<bool> m_isOver = false;
    std::atomic<double> m_share = 0.0;
    std::mutex m_mutex;
    std::function<void()> m_interruption;
};

/// Works on a thread of its own and waits for it, or for the job's stop: then the server is told,
/// and where that does not help within a second the thread is left to itself. So the work must hold
/// whatever it touches. Problems: of the work; Cancelled.
std::optional<Problem> onThread(const std::function<std::optional<Problem>(Talk &)> &work,
                                const JobControl &job);

} // namespace oneinn::databases
