// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clusters/influencespread.h"
#include "core/comparison/usegroups.h"

#include <Eigen/Core>

#include <vector>

namespace oneinn {

/// How far the share of waits within each limit spreads: see SpreadsWithin.
std::vector<InfluenceSpread> spreadsInGroups(const UseGroups &groups, const Eigen::ArrayXd &wait,
                                             const std::vector<double> &limits);

} // namespace oneinn
