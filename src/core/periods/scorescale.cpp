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

constexpr double asBefore = 0.005;    ///< p of ranks and labels
constexpr double surelyWorse = -1.96; ///< standard errors of an area
constexpr double muchWorse = -0.03;   ///< of an area: too much to be called as before, sure or not

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

double weightOf(const PeriodUses &period, Eigen::Index use, double timesGood)
{
    return period.rows.weight[use] * (period.good(use) ? timesGood : 1.0);
}

double weightOf(const PeriodUses &period, const std::vector<Eigen::Index> &uses, double timesGood)
{
    return std::transform_reduce(uses.begin(), uses.end(), 0.0, std::plus(), [&](Eigen::Index use) {
        return weightOf(period, use, timesGood);
    });
}

/// Of all uses, those with a lower score than each bin begins with.
std::vector<double> sharesBelow(const PeriodUses &period, const std::vector<double> &bins,
                                double timesGood)
{
    std::vector<double> shares(bins.size(), 0.0);
    const std::vector<Eigen::Index> uses = byScore(period);
    for (const Eigen::Index use : uses) {
        const std::size_t bin = binOf(bins, period.score(use));
        if (bin + 1 < shares.size())
            shares[bin + 1] += weightOf(period, use, timesGood);
    }
    std::partial_sum(shares.begin(), shares.end(), shares.begin());
    const double all = weightOf(period, uses, timesGood);
    for (double &share : shares)
        share /= all;
    return shares;
}

/// Where each bin begins in this period, so that these shares lie below; equal scores stay
/// together, on the side where most of them belong.
std::vector<double> binsBelow(const PeriodUses &period, const std::vector<double> &shares)
{
    const std::vector<Eigen::Index> uses = byScore(period);
    const double all = weightOf(period, uses, 1.0);
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

struct Area {
    double value = 0.5;
    double variance = 0.0;
};

/// Under the curve of bins: how often a good use lies above a bad one, half of those that share a
/// bin; its variance by the placements of both classes.
Area areaUnder(const ScoreTable &table)
{
    const double bad = table.col(0).sum();
    const double good = table.col(1).sum();
    Area area{.value = 0.0};
    double below = 0.0;
    double above = good;
    Eigen::ArrayXd ofGood(table.rows());
    Eigen::ArrayXd ofBad(table.rows());
    for (Eigen::Index bin = 0; bin < table.rows(); ++bin) {
        above -= table(bin, 1);
        ofGood[bin] = (below + 0.5 * table(bin, 0)) / bad;
        ofBad[bin] = (above + 0.5 * table(bin, 1)) / good;
        below += table(bin, 0);
    }
    area.value = (table.col(1) * ofGood).sum() / good;
    const auto spread = [&](const auto &weights, const Eigen::ArrayXd &placed, double all) {
        return (weights * (placed - area.value).square()).sum() / all / std::max(1.0, all - 1.0);
    };
    area.variance = spread(table.col(1), ofGood, good) + spread(table.col(0), ofBad, bad);
    return area;
}

bool tellsWorse(const ScoreTable &before, const ScoreTable &after)
{
    const Area then = areaUnder(before);
    const Area now = areaUnder(after);
    const double error = std::sqrt(then.variance + now.variance);
    const double change = now.value - then.value;
    return change < surelyWorse * error || change < muchWorse;
}

} // namespace

bool rangesDiffer(const PeriodUses &before, const PeriodUses &after)
{
    constexpr double surelySome = 12.0; // expected, and none there: by chance in 1 of 160,000
    const auto beyond = [](const PeriodUses &wide, const PeriodUses &narrow) {
        const std::vector<Eigen::Index> scored = byScore(narrow);
        const std::vector<Eigen::Index> others = byScore(wide);
        if (scored.empty() || others.empty())
            return false;
        const double low = narrow.score(scored.front());
        const double high = narrow.score(scored.back());
        const auto outside = [&](const auto &isOutside) {
            const auto uses = std::ranges::count_if(
                    others, [&](Eigen::Index use) { return isOutside(wide.score(use)); });
            return static_cast<double>(uses) / static_cast<double>(others.size())
                    * static_cast<double>(scored.size());
        };
        return outside([high](double score) { return score > high; }) > surelySome
                || outside([low](double score) { return score < low; }) > surelySome;
    };
    return beyond(before, after) || beyond(after, before);
}

std::optional<ScoreScale> otherScale(const PeriodUses &before, const PeriodUses &after,
                                     Threshold kept, const DesignEffects &design, double timesGood)
{
    const std::vector<double> bins = scoreBins(before, before, kept.value);
    const auto place = std::ranges::find(bins, kept.value);
    if (place == bins.begin() || place == bins.end())
        return std::nullopt;
    const std::vector<double> now = binsBelow(after, sharesBelow(before, bins, timesGood));
    const double follows = now[static_cast<std::size_t>(place - bins.begin())];
    if (!std::isfinite(follows))
        return std::nullopt;
    ScoreTable ranksBefore = scoreTable(before, bins, design.before);
    ranksBefore.col(1) *= timesGood;
    const ScoreTable ranksAfter = scoreTable(after, now, design.after);
    const double p = scoreChange(ranksBefore, ranksAfter).meaning;
    if (p < asBefore || tellsWorse(ranksBefore, ranksAfter))
        return std::nullopt;
    return ScoreScale{.before = kept, .after = Threshold{follows}, .p = p};
}

} // namespace oneinn
