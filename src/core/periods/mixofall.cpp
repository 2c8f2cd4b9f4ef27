// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/mixofall.h"

#include "core/periods/scoretable.h"

#include <vector>

namespace oneinn {

namespace {

constexpr double beyondLabels = 0.001;

std::vector<double> scoresWithout(const PeriodUses &period)
{
    const auto &aside = period.predictions->setAside();
    return aside ? aside->unlabelledScores(period.selection) : std::vector<double>();
}

/// All in one class: nobody knows which the others are of.
ScoreTable tableOfAll(const PeriodUses &period, const std::vector<double> &bins,
                      const std::vector<double> &without)
{
    const ScoreTable classes = scoreTable(period, bins, 1.0);
    ScoreTable all = ScoreTable::Zero(classes.rows(), 2);
    all.col(0) = classes.rowwise().sum();
    for (const double score : without)
        all(Eigen::Index(binOf(bins, score)), 0) += 1.0;
    return all;
}

} // namespace

bool isMixOfLabelsAlone(const PeriodUses &before, const PeriodUses &after, Threshold threshold)
{
    const std::vector<double> withoutBefore = scoresWithout(before);
    const std::vector<double> withoutAfter = scoresWithout(after);
    if (withoutBefore.empty() && withoutAfter.empty())
        return false;
    const std::vector<double> bins = scoreBins(before, after, threshold.value);
    return scoreChange(tableOfAll(before, bins, withoutBefore),
                       tableOfAll(after, bins, withoutAfter))
                   .scores
            > beyondLabels;
}

} // namespace oneinn
