// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/perioduses.h"

#include <Eigen/Core>

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

/// Scores by what was so, in two periods, and which single change would explain how they differ.
namespace oneinn {

/// Lower ends of bins, ascending, the first -infinity. The threshold is one of them, so that all
/// of a bin is shown or none. Between, so many of both classes alike fall into each, of both
/// periods together: symmetric, and fine where the rarer class is.
std::vector<double> scoreBins(const PeriodUses &before, const PeriodUses &after, double threshold);
std::size_t binOf(const std::vector<double> &bins, double score);

using UseFilter = std::function<bool(Eigen::Index)>;

/// Effective uses by bin (rows) and class (columns: bad, good). Failed calls have no score and are
/// in none.
using ScoreTable = Eigen::Array<double, Eigen::Dynamic, 2>;
ScoreTable scoreTable(const PeriodUses &period, const std::vector<double> &bins,
                      double designEffect, const UseFilter &takes = {});

/// p that two tables differ by chance alone, by what is held. Each is a chi-square of homogeneity
/// (Pearson 1900) on effective counts, summed over its strata; bins that are empty in both take no
/// part. 1 where there is nothing to compare.
struct ScoreChange {
    double joint = 1.0;     ///< scores and labels together
    double scores = 1.0;    ///< how many have which score: moved neither by another meaning
    double meaning = 1.0;   ///< of each score, how many are good: moved neither by another mix
    double inClasses = 1.0; ///< in each class, which scores: moved neither by another base rate
    /// Population stability index of the scores, half a use added to each bin.
    double psi = 0.0;
    double meaningMoved =
            0.0; ///< mean over uses of how far the share of good ones moved, noise off
    double jointStatistic = 0.0; ///< chi-square of joint, and its degrees of freedom
    double jointFreedom = 0.0;
};
ScoreChange scoreChange(const ScoreTable &before, const ScoreTable &after);

/// How many times as many uses would show, in 80 of 100 pairs, a difference as large as this one
/// seems, by `joint` at this p: by the non-central chi-square distribution, whose non-centrality
/// grows with the uses. Absent where no more is seen than chance has.
std::optional<double> timesToShow(const ScoreChange &change, double p);

/// The PSI that no change at all exceeds in 5 of 100: chi-square of bins - 1 degrees times
/// (1/n + 1/m).
double psiNoiseFloor(std::size_t bins, double n, double m);
/// With shares of bins, none of them 0.
double populationStability(const Eigen::ArrayXd &before, const Eigen::ArrayXd &after);

} // namespace oneinn
