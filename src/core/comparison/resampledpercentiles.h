// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/bootstrap.h"
#include "core/job.h"
#include "core/policies/pairedrows.h"

#include <Eigen/Core>

#include <vector>

namespace oneinn {

/// A percentile p in (0, 1] (nearest rank) of each column in each resample, the very ones that
/// resampledMeans() draws; by resample and column. Uses of NaN take no part; 0 where all do not.
/// Incomplete when stopped.
Eigen::ArrayXXd resampledPercentiles(const PairedRows &rows,
                                     const std::vector<const Eigen::ArrayXd *> &columns, double p,
                                     const BootstrapOptions &options, const JobControl &job);

} // namespace oneinn
