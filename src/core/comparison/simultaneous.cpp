// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/simultaneous.h"

#include "core/latency/percentile.h"

#include <cassert>
#include <cmath>

namespace oneinn {

SimultaneousLimits simultaneousLimits(const Eigen::ArrayXd &estimate,
                                      const Eigen::ArrayXXd &resampled)
{
    constexpr double confidence = 0.95;
    assert(resampled.cols() == estimate.size() && resampled.rows() > 1);
    SimultaneousLimits limits;
    limits.standardError.resize(estimate.size());
    Eigen::ArrayXd largest = Eigen::ArrayXd::Zero(resampled.rows());
    const auto draws = static_cast<double>(resampled.rows());
    for (Eigen::Index i = 0; i < estimate.size(); ++i) {
        const auto column = resampled.col(i);
        const double variance = (column - column.mean()).square().sum() / (draws - 1.0);
        limits.standardError[i] = std::sqrt(variance);
        // What is left of draws that are all alike is rounding.
        constexpr double rounding = 1e-12;
        if (limits.standardError[i] > rounding * column.abs().maxCoeff())
            largest = largest.max((column - estimate[i]).abs() / limits.standardError[i]);
        else
            limits.standardError[i] = 0.0;
    }
    limits.reach = *LatencyDistribution(largest).percentile(confidence);
    for (Eigen::Index i = 0; i < estimate.size(); ++i) {
        const double half = limits.reach * limits.standardError[i];
        limits.interval.push_back({estimate[i] - half, estimate[i] + half});
    }
    return limits;
}

} // namespace oneinn
