// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <stop_token>

namespace oneinn {

/// How long work is watched and stopped. Both members may be left empty.
struct JobControl {
    std::stop_token stop = {};
    /// Called with the share done, from 0 to 1, never decreasing; from the thread that does the
    /// work.
    std::function<void(double)> progress = {};

    bool stopRequested() const { return stop.stop_requested(); }
    void report(double share) const
    {
        if (progress)
            progress(share);
    }

    /// A part of this job, from one share of its progress to another, whose own goes from 0 to 1.
    /// The job must outlive it.
    JobControl part(double from, double to) const
    {
        if (!progress)
            return {.stop = stop, .progress = {}};
        return {.stop = stop,
                .progress = [this, from, to](double share) { report(from + (to - from) * share); }};
    }
};

} // namespace oneinn
