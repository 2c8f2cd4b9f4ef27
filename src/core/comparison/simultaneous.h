// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/units.h"

#include <Eigen/Core>

#include <vector>

/// Limits that hold for a whole table of alternatives at once: of 100 tables whose differences are
/// none, at most 5 have an interval that leaves out 0.
namespace oneinn {

struct SimultaneousLimits {
    Eigen::ArrayXd standardError; ///< of the resamples, by alternative
    double reach = 0.0;           ///< so many standard errors either way for all of them
    std::vector<Interval> interval;
};

/// resampled: by resample and alternative, all from the same resamples. The largest of all
/// deviations, in standard errors, is exceeded in 5 of 100 resamples: the first step of Romano &
/// Wolf 2005. What does not vary at all has an interval of no width.
SimultaneousLimits simultaneousLimits(const Eigen::ArrayXd &estimate,
                                      const Eigen::ArrayXXd &resampled);

} // namespace oneinn
