// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/bootstrap.h"
#include "core/job.h"
#include "core/policies/pairedrows.h"

#include <Eigen/Core>

namespace oneinn {

/// What each use is worth where the threshold shows it and where it does not, by its score.
struct ThresholdValues {
    Eigen::ArrayXd score;
    Eigen::ArrayXd shown;
    Eigen::ArrayXd silent;
};

/// How much too good, per use, the most valuable threshold of these looks because it was chosen on
/// these uses: chosen again in every resample b, the mean of [V_b(t_b) - V_b(t)] - [V(t_b) - V(t)]
/// (Efron & Gong 1983), never negative. Ties go to the higher threshold. 0 when stopped.
double thresholdOptimism(const PairedRows &rows, const ThresholdValues &values,
                         const BootstrapOptions &options, const JobControl &job = {});

} // namespace oneinn
