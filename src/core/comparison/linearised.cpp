// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/linearised.h"

#include <cassert>

namespace oneinn {

std::optional<LinearisedRatio> linearisedRatio(const Eigen::ArrayXd &weight,
                                               const Eigen::ArrayXd &x, const Eigen::ArrayXd &d)
{
    assert(x.size() == weight.size() && d.size() == weight.size());
    const double of = (weight * d).sum();
    if (!(of > 0.0))
        return std::nullopt;
    LinearisedRatio ratio{.value = (weight * x).sum() / of, .influence = {}};
    ratio.influence = weight * (x - ratio.value * d) / of;
    return ratio;
}

std::optional<LinearisedRatio> linearisedMean(const Eigen::ArrayXd &weight, const Eigen::ArrayXd &x)
{
    return linearisedRatio(weight, x, Eigen::ArrayXd::Ones(x.size()));
}

} // namespace oneinn
