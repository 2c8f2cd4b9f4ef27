// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"

namespace oneinn::ingest {

// Shares of reading a file, as measured on a million rows.
inline constexpr double bytesRead = 0.1;
inline constexpr double tableKnown = 0.5;

/// A part of a job, which reports its own progress from 0 to 1. The job must outlive it.
inline JobControl stageOf(const JobControl &job, double from, double to)
{
    if (!job.progress)
        return {.stop = job.stop, .progress = {}};
    return {.stop = job.stop,
            .progress = [&job, from, to](double share) { job.report(from + (to - from) * share); }};
}

} // namespace oneinn::ingest
