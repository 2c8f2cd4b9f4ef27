// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/segments/shrinkage.h"

#include "core/eigenindex.h"

#include <Eigen/Core>

#include <algorithm>
#include <cassert>

namespace oneinn {

namespace {

double weightedMean(const Eigen::ArrayXd &weight, const Eigen::ArrayXd &x)
{
    return (weight * x).sum() / weight.sum();
}

} // namespace

Shrinkage shrunk(const std::vector<double> &mean, const std::vector<double> &variance)
{
    assert(mean.size() == variance.size());
    Shrinkage result;
    if (mean.size() < fewestToShrink)
        return result;
    const Eigen::Map<const Eigen::ArrayXd> x(mean.data(), eigenIndex(mean.size()));
    const Eigen::Map<const Eigen::ArrayXd> v(variance.data(), eigenIndex(variance.size()));
    const Eigen::ArrayXd weight = v.inverse();
    const double q = (weight * (x - weightedMean(weight, x)).square()).sum();
    const double scale = weight.sum() - weight.square().sum() / weight.sum();
    result.betweenVariance = std::max(0.0, (q - (static_cast<double>(mean.size()) - 1.0)) / scale);
    if (!(result.betweenVariance > 0.0))
        return result;
    result.centre = weightedMean((v + result.betweenVariance).inverse(), x);
    const Eigen::ArrayXd kept = result.betweenVariance / (v + result.betweenVariance);
    const Eigen::ArrayXd means = kept * x + (1.0 - kept) * result.centre;
    result.means.assign(means.begin(), means.end());
    return result;
}

} // namespace oneinn
