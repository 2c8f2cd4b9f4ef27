// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <Eigen/Core>

#include <cstdint>
#include <vector>

/// Which of several classes a row is put into.
namespace oneinn {

/// Scores of rows, one column for each class.
using ClassScores = Eigen::Array<double, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
/// By true class and decided class; the last column is what "undecided" costs. K x (K + 1).
using ClassCosts = Eigen::ArrayXXd;

/// The class with the highest score among those at or above their own threshold, ties to the class
/// that is listed first; K, undecided, where none is. thresholds: one for each class (asserted),
/// -infinity for none.
std::vector<std::uint32_t> decidedByScore(const ClassScores &scores,
                                          const Eigen::ArrayXd &thresholds);

/// What each decision is expected to cost: sum over true classes of p C. Rows x (K + 1). Of scores
/// that are calibrated probabilities alone (Elkan 2001).
Eigen::ArrayXXd expectedCosts(const ClassScores &probabilities, const ClassCosts &costs);
/// The decision of the least expected cost, "undecided" (K) among them; ties to the first.
std::vector<std::uint32_t> decidedByCost(const ClassScores &probabilities, const ClassCosts &costs);

/// 0 for what is right and 1 for all else, "undecided" among it.
ClassCosts evenCosts(std::size_t classes);

} // namespace oneinn
