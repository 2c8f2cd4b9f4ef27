// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/rankingchange.h"

#include "core/clusters/influencespread.h"
#include "core/periods/perioduses.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <vector>

namespace oneinn {

namespace {

/// Weights of both classes.
struct ClassWeights {
    double bad = 0.0;
    double good = 0.0;

    void add(bool isGood, double weight) { (isGood ? good : bad) += weight; }
};

struct Ranked {
    double share = 0.5;
    Eigen::ArrayXd influence; ///< by use; 0 of a failed call
};

std::vector<Eigen::Index> usesByScore(const PeriodUses &period)
{
    std::vector<Eigen::Index> uses(static_cast<std::size_t>(period.uses()));
    std::iota(uses.begin(), uses.end(), Eigen::Index{0});
    std::erase_if(uses, [&](Eigen::Index use) { return period.failed(use); });
    std::ranges::sort(uses, {}, [&](Eigen::Index use) { return period.score(use); });
    return uses;
}

std::optional<Ranked> ranked(const PeriodUses &period)
{
    const std::vector<Eigen::Index> uses = usesByScore(period);
    ClassWeights all;
    for (const Eigen::Index use : uses)
        all.add(period.good(use), period.rows.weight[use]);
    if (all.bad <= 0.0 || all.good <= 0.0)
        return std::nullopt;
    // Where each use lies among those of the other class.
    Eigen::ArrayXd placed = Eigen::ArrayXd::Zero(period.uses());
    double sum = 0.0;
    ClassWeights below;
    for (std::size_t begin = 0, end = 0; begin < uses.size(); begin = end) {
        ClassWeights tied;
        for (; end < uses.size() && period.score(uses[end]) == period.score(uses[begin]); ++end)
            tied.add(period.good(uses[end]), period.rows.weight[uses[end]]);
        const double ofGood = (below.bad + tied.bad / 2.0) / all.bad;
        const double ofBad = 1.0 - (below.good + tied.good / 2.0) / all.good;
        for (std::size_t i = begin; i < end; ++i)
            placed[uses[i]] = period.good(uses[i]) ? ofGood : ofBad;
        sum += tied.good * ofGood;
        below.bad += tied.bad;
        below.good += tied.good;
    }
    Ranked result{.share = sum / all.good, .influence = Eigen::ArrayXd::Zero(period.uses())};
    for (const Eigen::Index use : uses)
        result.influence[use] = period.rows.weight[use] * (placed[use] - result.share)
                / (period.good(use) ? all.good : all.bad);
    return result;
}

} // namespace

std::optional<RankingChange> rankingChange(const PeriodUses &before, const PeriodUses &after)
{
    const auto then = ranked(before);
    const auto now = ranked(after);
    if (!then || !now)
        return std::nullopt;
    const InfluenceSpread spreadThen =
            influenceSpread(then->influence, before.rows.user, before.rows.day);
    const InfluenceSpread spreadNow =
            influenceSpread(now->influence, after.rows.user, after.rows.day);
    if (std::min(spreadThen.clusters, spreadNow.clusters) < fewestClusters)
        return std::nullopt;
    const double reach = std::hypot(spreadThen.reach(), spreadNow.reach());
    const double change = now->share - then->share;
    return RankingChange{
            .before = then->share, .after = now->share, .change = {change - reach, change + reach}};
}

} // namespace oneinn
