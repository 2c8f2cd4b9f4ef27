// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/bootstrap.h"
#include "core/units.h"

#include <Eigen/Core>

#include <cstddef>
#include <optional>

/// Ratios of sums over uses, and how sure they are: by how much every use moves them (its
/// influence; Korn & Graubard 1999, Analysis of Health Surveys, 2). Influences subtract use by use,
/// so that a difference is one of the very numbers that are shown.
namespace oneinn {

/// R = sum of w x over sum of w d.
struct LinearisedRatio {
    double value = 0.0;
    Eigen::ArrayXd influence; ///< by use: w (x - R d) over sum of w d; they sum to 0
};

/// Absent where nothing is a denominator. Columns are of one length.
std::optional<LinearisedRatio> linearisedRatio(const Eigen::ArrayXd &weight,
                                               const Eigen::ArrayXd &x, const Eigen::ArrayXd &d);
/// Of a mean.
std::optional<LinearisedRatio> linearisedMean(const Eigen::ArrayXd &weight,
                                              const Eigen::ArrayXd &x);

/// How far a sum of influences reaches.
struct LinearisedSpread {
    double standardError = 0.0;
    double reach = 0.0;    ///< of the 95 % interval either way: t with one less than the units
    std::size_t moved = 0; ///< units with an influence that is not 0
};

/// influence: by unit, summed over its uses. The variance is G/(G-1) sum of squares, G units.
LinearisedSpread linearisedSpread(const Eigen::ArrayXd &influence);

/// Influences by use, summed by unit.
Eigen::ArrayXd influenceByUnit(const Eigen::ArrayXd &influence, const ResampleUnits &units);

} // namespace oneinn
