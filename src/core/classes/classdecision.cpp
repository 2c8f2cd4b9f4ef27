// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/classes/classdecision.h"

#include "core/eigenindex.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace oneinn {

std::vector<std::uint32_t> decidedByScore(const ClassScores &scores,
                                          const Eigen::ArrayXd &thresholds)
{
    assert(thresholds.size() == scores.cols());
    const auto undecided = static_cast<std::uint32_t>(scores.cols());
    std::vector<std::uint32_t> decided(static_cast<std::size_t>(scores.rows()), undecided);
    for (Eigen::Index row = 0; row < scores.rows(); ++row) {
        std::uint32_t &best = decided[static_cast<std::size_t>(row)];
        for (Eigen::Index at = 0; at < scores.cols(); ++at) {
            if (scores(row, at) >= thresholds[at]
                && (best == undecided || scores(row, at) > scores(row, best)))
                best = static_cast<std::uint32_t>(at);
        }
    }
    return decided;
}

Eigen::ArrayXXd expectedCosts(const ClassScores &probabilities, const ClassCosts &costs)
{
    assert(costs.rows() == probabilities.cols() && costs.cols() == costs.rows() + 1);
    return (probabilities.matrix() * costs.matrix()).array();
}

std::vector<std::uint32_t> decidedByCost(const ClassScores &probabilities, const ClassCosts &costs)
{
    const Eigen::ArrayXXd expected = expectedCosts(probabilities, costs);
    std::vector<std::uint32_t> decided;
    decided.reserve(static_cast<std::size_t>(expected.rows()));
    for (Eigen::Index row = 0; row < expected.rows(); ++row) {
        const double least = expected.row(row).minCoeff();
        // Sums of products that are equal on paper are not when they are rounded.
        const double asCheap = least + 1e-12 * std::max(1.0, std::abs(least));
        Eigen::Index cheapest = 0;
        while (expected(row, cheapest) > asCheap)
            ++cheapest;
        decided.push_back(static_cast<std::uint32_t>(cheapest));
    }
    return decided;
}

ClassCosts evenCosts(std::size_t classes)
{
    const Eigen::Index size = eigenIndex(classes);
    ClassCosts costs = ClassCosts::Ones(size, size + 1);
    costs.leftCols(size).matrix().diagonal().setZero();
    return costs;
}

} // namespace oneinn
