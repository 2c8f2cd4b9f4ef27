// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <Eigen/Core>

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

} // namespace oneinn
