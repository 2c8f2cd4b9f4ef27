// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/recess.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace oneinn {

/// How long work is watched, held up and stopped. All members may be left empty.
struct JobControl {
    std::stop_token stop = {};
    /// Called with the share done, from 0 to 1, never decreasing; from the thread that does the
    /// work.
    std::function<void(double)> progress = {};
    std::shared_ptr<const Recess> recess = {};

    /// Whether to come to an end; where there is a recess, when that is over. Nothing that others
    /// wait for may be held meanwhile.
    bool stopRequested() const
    {
        if (recess)
            recess->waitUntilOver(stop);
        return stop.stop_requested();
    }
    void report(double share) const
    {
        if (progress)
            progress(share);
    }

    /// Whose progress nobody is told.
    JobControl quiet() const { return {.stop = stop, .progress = {}, .recess = recess}; }
    /// A part of this job, from one share of its progress to another, whose own goes from 0 to 1.
    /// The job must outlive it.
    JobControl part(double from, double to) const
    {
        JobControl job = quiet();
        if (progress)
            job.progress = [this, from, to](double share) { report(from + (to - from) * share); };
        return job;
    }
};

} // namespace oneinn
