// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/scoremoves.h"

#include "core/clusters/influencespread.h"

#include <algorithm>

namespace oneinn {

namespace {

constexpr double baseRateMatters = 1.2; ///< times as many good ones, or as few
constexpr double meaningMatters = 0.005;

} // namespace

double designEffect(const PeriodUses &period)
{
    const auto of = [&](const Eigen::ArrayXd &yes) {
        // Of what all have, or none, nobody knows how alike users are: the other one tells.
        if (yes.minCoeff() == yes.maxCoeff())
            return 1.0;
        const auto effect =
                clusterEffect(yes, period.rows.weight, period.rows.user, period.rows.day);
        return effect ? effect->designEffect : 1.0;
    };
    return std::max({1.0, of(period.rows.label.cast<double>()), of(period.shown)});
}

ScoreMoves movedOf(const ScoreTable &then, const ScoreTable &now)
{
    ScoreMoves moved{.change = scoreChange(then, now)};
    const double rateThen = then.col(1).sum() / then.sum();
    const double rateNow = now.col(1).sum() / now.sum();
    moved.baseRate.before = rateThen;
    moved.baseRate.after = rateNow;
    moved.baseRate.p = moved.mix.p = moved.meaning.p = moved.change.joint;
    moved.baseRate.matters = std::max(rateNow / rateThen, rateThen / rateNow) >= baseRateMatters;
    moved.mix.after = moved.change.psi;
    moved.mix.matters =
            moved.change.psi >= std::max(
                    stablePsi,
                    psiNoiseFloor(static_cast<std::size_t>(then.rows()), then.sum(), now.sum()));
    // What moves the share of good ones is noticed, however little scores tell of it.
    moved.mix.matters = moved.mix.matters || moved.baseRate.matters;
    moved.meaning.after = moved.change.meaningMoved;
    moved.meaning.matters = moved.change.meaningMoved >= meaningMatters;
    return moved;
}

} // namespace oneinn
