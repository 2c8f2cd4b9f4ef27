// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/scorescale.h"

#include "core/periods/scoretable.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace oneinn {

namespace {

constexpr double asBefore = 0.02; ///< p of ranks and labels

/// Uses that have a score, from the lowest one on.
std::vector<Eigen::Index> byScore(const PeriodUses &period)
{
    std::vector<Eigen::Index> uses;
    uses.reserve(static_cast<std::size_t>(period.uses()));
    for (Eigen::Index use = 0; use < period.uses(); ++use) {
        if (!period.failed(use))
            uses.push_back(use);
    }
    std::ranges::sort(uses, {}, [&](Eigen::Index use) { return period.score(use); });
    return uses;
}

double weightOf(const PeriodUses &period, const std::vector<Eigen::Index> &uses)
{
    return std::transform_reduce(uses.begin(), uses.end(), 0.0, std::plus(),
                                 [&](Eigen::Index use) { return period.rows.weight[use]; });
}

/// Of all uses, those with a lower score than each bin begins with.
std::vector<double> sharesBelow(const PeriodUses &period, const std::vector<double> &bins)
{
    std::vector<double> shares(bins.size(), 0.0);
    const std::vector<Eigen::Index> uses = byScore(period);
    for (const Eigen::Index use : uses) {
        const std::size_t bin = binOf(bins, period.score(use));
        if (bin + 1 < shares.size())
            shares[bin + 1] += period.rows.weight[use];
    }
    std::partial_sum(shares.begin(), shares.end(), shares.begin());
    const double all = weightOf(period, uses);
    for (double &share : shares)
        share /= all;
    return shares;
}

/// Where each bin begins in this period, so that these shares lie below; equal scores stay
/// together, on the side where most of them belong.
std::vector<double> binsBelow(const PeriodUses &period, const std::vector<double> &shares)
{
    const std::vector<Eigen::Index> uses = byScore(period);
    const double all = weightOf(period, uses);
    std::vector<double> bins{-std::numeric_limits<double>::infinity()};
    double below = 0.0;
    for (std::size_t i = 0; i < uses.size() && bins.size() < shares.size();) {
        const double score = period.score(uses[i]);
        double own = 0.0;
        for (; i < uses.size() && period.score(uses[i]) == score; ++i)
            own += period.rows.weight[uses[i]];
        while (bins.size() < shares.size() && (below + own / 2.0) / all >= shares[bins.size()])
            bins.push_back(score);
        below += own;
    }
    while (bins.size() < shares.size())
        bins.push_back(std::numeric_limits<double>::infinity());
    return bins;
}

} // namespace

std::optional<ScoreScale> otherScale(const PeriodUses &before, const PeriodUses &after,
                                     Threshold kept, const DesignEffects &design)
{
    const std::vector<double> bins = scoreBins(before, before, kept.value);
    const auto place = std::ranges::find(bins, kept.value);
    if (place == bins.begin() || place == bins.end())
        return std::nullopt;
    const std::vector<double> now = binsBelow(after, sharesBelow(before, bins));
    const double follows = now[static_cast<std::size_t>(place - bins.begin())];
    if (!std::isfinite(follows))
        return std::nullopt;
    const ScoreTable ranksBefore = scoreTable(before, bins, design.before);
    const ScoreTable ranksAfter = scoreTable(after, now, design.after);
    if (scoreChange(ranksBefore, ranksAfter).joint < asBefore)
        return std::nullopt;
    return ScoreScale{.before = kept, .after = Threshold{follows}};
}

} // namespace oneinn
