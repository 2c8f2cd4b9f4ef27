// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

namespace oneinn {

/// Means drawn towards what they have in common, each the more the less sure it is: to rank and to
/// choose by, never told. (DerSimonian & Laird 1986 for the variance between them.)
struct Shrinkage {
    double betweenVariance = 0.0;
    double centre = 0.0;
    std::vector<double> means; ///< empty: fewer than fewestToShrink, or they differ by no more than
                               ///< chance
};
inline constexpr std::size_t fewestToShrink = 8;

/// variance: of each mean, > 0, as many.
Shrinkage shrunk(const std::vector<double> &mean, const std::vector<double> &variance);

} // namespace oneinn
