// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/visiblemix.h"

#include "core/clusters/influencespread.h"
#include "core/periods/scoremoves.h"
#include "core/periods/scoretable.h"
#include "core/segments/holm.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace oneinn {

namespace {

constexpr double leastCommon = 50.0; ///< uses of a value in either period
constexpr std::size_t mostCommonParts = 20;
constexpr double surelyRelated = 0.05;
constexpr double nothingLeft = 0.001; ///< p of what is left once shares are the same
constexpr double explainsAll = 0.05;  ///< p from which one change alone does
constexpr double clearlyMore = 1.05;

/// A column whose shares may have moved.
struct SharedColumn {
    std::string name;
    CommonParts parts;
    std::vector<std::uint8_t> placesBefore, placesAfter;
    Eigen::ArrayXd weightBefore, weightAfter; ///< by place
    Eigen::Index moved = 1;                   ///< the place whose share did most
    ScoreChange shares;
};

Eigen::ArrayXd weightByPlace(const PeriodUses &period, const std::vector<std::uint8_t> &places,
                             const CommonParts &parts)
{
    Eigen::ArrayXd weights =
            Eigen::ArrayXd::Zero(static_cast<Eigen::Index>(parts.values.size()) + 1);
    for (Eigen::Index use = 0; use < period.uses(); ++use)
        weights[places[static_cast<std::size_t>(use)]] += period.rows.weight[use];
    return weights;
}

/// One that grew, unless another shrank clearly more.
Eigen::Index mostMoved(const Eigen::ArrayXd &before, const Eigen::ArrayXd &after)
{
    const Eigen::Index values = before.size() - 1;
    const Eigen::ArrayXd grew =
            after.tail(values) / after.sum() - before.tail(values) / before.sum();
    Eigen::Index most = 0;
    Eigen::Index least = 0;
    const double growth = grew.maxCoeff(&most);
    const double fall = -grew.minCoeff(&least);
    return 1 + (fall > clearlyMore * growth ? least : most);
}

/// Effective uses by value; one class alone.
ScoreTable effectiveShares(const PeriodUses &period, const std::vector<std::uint8_t> &places,
                           const Eigen::ArrayXd &weights, Eigen::Index moved)
{
    Eigen::ArrayXd isIt(period.uses());
    for (Eigen::Index use = 0; use < period.uses(); ++use)
        isIt[use] = places[static_cast<std::size_t>(use)] == moved ? 1.0 : 0.0;
    const auto effect = clusterEffect(isIt, period.rows.weight, period.rows.user, period.rows.day);
    const double design = effect ? std::max(1.0, effect->designEffect) : 1.0;
    ScoreTable table = ScoreTable::Zero(weights.size() - 1, 2);
    table.col(0) = weights.tail(weights.size() - 1) * period.rows.weight.sum()
            / period.rows.weight.square().sum() / design;
    return table;
}

std::vector<SharedColumn> sharedColumns(const PeriodUses &before, const PeriodUses &after)
{
    std::vector<SharedColumn> columns;
    for (const std::string &name : after.columnNames()) {
        const CategoryColumn *then = before.column(name);
        const CategoryColumn &now = *after.column(name);
        // Which release a use met is asked as a release.
        if (!then || now.values.size() > mostCommonParts || after.isRelease(now))
            continue;
        SharedColumn column;
        column.name = name;
        column.parts = commonParts(before, after, name);
        if (column.parts.values.size() < 2)
            continue;
        column.placesBefore = column.parts.placesIn(before, name);
        column.placesAfter = column.parts.placesIn(after, name);
        column.weightBefore = weightByPlace(before, column.placesBefore, column.parts);
        column.weightAfter = weightByPlace(after, column.placesAfter, column.parts);
        column.moved = mostMoved(column.weightBefore, column.weightAfter);
        column.shares = scoreChange(
                effectiveShares(before, column.placesBefore, column.weightBefore, column.moved),
                effectiveShares(after, column.placesAfter, column.weightAfter, column.moved));
        columns.push_back(std::move(column));
    }
    return columns;
}

std::vector<SharedColumn> movedColumns(const PeriodUses &before, const PeriodUses &after)
{
    std::vector<SharedColumn> columns = sharedColumns(before, after);
    std::vector<double> p;
    p.reserve(columns.size());
    for (const SharedColumn &column : columns)
        p.push_back(column.shares.scores);
    const std::vector<bool> holds = holmHolds(p);
    std::vector<SharedColumn> moved;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (holds[i])
            moved.push_back(std::move(columns[i]));
    }
    return moved;
}

/// Scores and labels look otherwise once the same uses are counted by the later shares: by enough
/// to matter, and more than who happened to have which value makes.
bool mattersTo(const PeriodUses &before, const PeriodUses &counted, const ScoreComparison &whole)
{
    const Eigen::ArrayXd extra = counted.rows.weight - before.rows.weight;
    const double noise = extra.square().sum();
    if (!(noise > 0.0))
        return false;
    const double uses = 2.0 * std::pow(before.rows.weight.sum(), 2) / noise / designEffect(before);
    ScoreTable then = whole.tableOf(before);
    ScoreTable now = whole.tableOf(counted);
    then *= uses / then.sum();
    now *= uses / now.sum();
    const ScoreMoves moves = movedOf(then, now);
    return moves.change.joint <= surelyRelated
            && (moves.mix.matters || moves.meaning.matters || moves.baseRate.matters);
}

/// How far scores and labels are apart, as a population stability index of both together.
double apart(const ScoreTable &before, const ScoreTable &after)
{
    constexpr double half = 0.5;
    const ScoreTable then = before + half;
    const ScoreTable now = after + half;
    return populationStability((then / then.sum()).reshaped(), (now / now.sum()).reshaped());
}

PeriodUses countedBy(PeriodUses period, const SharedColumn &column)
{
    const Eigen::ArrayXd times = timesForShares(column.weightBefore, column.weightAfter);
    for (Eigen::Index use = 0; use < period.uses(); ++use)
        period.rows.weight[use] *= times[column.placesBefore[static_cast<std::size_t>(use)]];
    return period;
}

/// p that all that is left is chance: of the whole, and of each value by itself (Bonferroni), as
/// what happened to a small one is lost in the whole.
double leftByChance(const SharedColumn &column, const ScoreComparison &comparison)
{
    const std::size_t values = column.parts.values.size();
    double least = 1.0;
    for (std::size_t place = 1; place <= values; ++place) {
        const auto in = [place](const std::vector<std::uint8_t> &places) {
            return [&places, place](Eigen::Index use) {
                return places[static_cast<std::size_t>(use)] == place;
            };
        };
        least = std::min(least,
                         scoreChange(comparison.before(in(column.placesBefore)),
                                     comparison.after(in(column.placesAfter)))
                                 .joint);
    }
    return std::min(scoreChange(comparison.before(), comparison.after()).joint,
                    least * static_cast<double>(values));
}

std::optional<ShownMix> mixOf(const SharedColumn &column, const PeriodUses &before,
                              const PeriodUses &after, Threshold threshold)
{
    ShownMix mix{
            .finding = {.cause = DropCause::ScoreMix,
                        .column = column.name,
                        .value = column.parts.values[static_cast<std::size_t>(column.moved) - 1],
                        .before = column.weightBefore[column.moved] / column.weightBefore.sum(),
                        .after = column.weightAfter[column.moved] / column.weightAfter.sum(),
                        .p = column.shares.scores,
                        .matters = true},
            .before = countedBy(before, column),
            .isFar = column.shares.psi >= stablePsi};
    const ScoreComparison comparison(mix.before, after, threshold);
    if (!mattersTo(before, mix.before, comparison))
        return std::nullopt;
    mix.left = apart(comparison.before(), comparison.after());
    mix.rest = leftByChance(column, comparison);
    return mix;
}

/// One change alone explains all there is, without another mix.
bool isExplained(const PeriodUses &before, const PeriodUses &after, Threshold threshold,
                 const ScoreCauses &causes)
{
    const ScoreComparison comparison(before, after, threshold);
    const ScoreChange change = scoreChange(comparison.before(), comparison.after());
    return causes.scale.has_value()
            || std::max({change.inClasses, change.meaning, change.scores}) >= explainsAll;
}

} // namespace

bool isVisibleMix(const DropFinding &finding)
{
    return finding.cause == DropCause::ScoreMix && !finding.column.empty()
            && finding.column != "score";
}

std::vector<std::uint8_t> CommonParts::placesIn(const PeriodUses &period,
                                                const std::string &column) const
{
    std::vector<std::uint8_t> places(static_cast<std::size_t>(period.uses()), 0);
    const CategoryColumn *of = period.column(column);
    if (!of)
        return places;
    std::vector<std::uint8_t> byCode(of->values.size(), 0);
    for (std::size_t code = 0; code < of->values.size(); ++code) {
        const auto found = std::ranges::find(values, of->values[code]);
        if (found != values.end())
            byCode[code] = static_cast<std::uint8_t>(found - values.begin() + 1);
    }
    for (Eigen::Index use = 0; use < period.uses(); ++use)
        places[static_cast<std::size_t>(use)] = byCode[period.codeOf(*of, use)];
    return places;
}

CommonParts commonParts(const PeriodUses &before, const PeriodUses &after,
                        const std::string &column)
{
    const CategoryColumn *then = before.column(column);
    const CategoryColumn *now = after.column(column);
    CommonParts all;
    if (!then || !now)
        return all;
    std::ranges::copy_if(
            then->values, std::back_inserter(all.values), [&](const std::string &value) {
                return !value.empty() && now->codeOf(value) && all.values.size() < mostCommonParts;
            });
    const auto usesOf = [&](const PeriodUses &period) {
        std::vector<double> uses(all.values.size() + 1, 0.0);
        for (const std::uint8_t place : all.placesIn(period, column))
            uses[place] += 1.0;
        return uses;
    };
    const std::vector<double> usesThen = usesOf(before);
    const std::vector<double> usesNow = usesOf(after);
    CommonParts common;
    for (std::size_t i = 0; i < all.values.size(); ++i) {
        if (std::min(usesThen[i + 1], usesNow[i + 1]) >= leastCommon)
            common.values.push_back(all.values[i]);
    }
    return common;
}

Eigen::ArrayXd timesForShares(const Eigen::ArrayXd &own, const Eigen::ArrayXd &other)
{
    Eigen::ArrayXd times = Eigen::ArrayXd::Ones(own.size());
    const auto isCommon = [&](Eigen::Index place) {
        return place > 0 && own[place] > 0.0 && other[place] > 0.0;
    };
    double ownSum = 0.0;
    double otherSum = 0.0;
    for (Eigen::Index place = 1; place < own.size(); ++place) {
        ownSum += isCommon(place) ? own[place] : 0.0;
        otherSum += isCommon(place) ? other[place] : 0.0;
    }
    for (Eigen::Index place = 1; place < own.size(); ++place) {
        if (isCommon(place))
            times[place] = other[place] / otherSum * ownSum / own[place];
    }
    return times;
}

std::optional<ShownMix> shownMix(const PeriodUses &before, const PeriodUses &after,
                                 Threshold threshold)
{
    std::optional<ShownMix> best;
    for (const SharedColumn &column : movedColumns(before, after)) {
        auto mix = mixOf(column, before, after, threshold);
        if (mix && (!best || mix->left < best->left))
            best = std::move(mix);
    }
    return best;
}

bool ShownMix::isAll() const
{
    return rest >= nothingLeft;
}

CausesBesideMix causesBesideMix(const PeriodUses &before, const PeriodUses &after,
                                Threshold threshold, std::optional<ShownMix> mix)
{
    if (mix && mix->isAll())
        return {.causes = {.found = {mix->finding}}, .before = std::move(mix->before)};
    CausesBesideMix alone{.causes = scoreCauses(before, after, threshold)};
    if (!mix || !mix->isFar || isExplained(before, after, threshold, alone.causes))
        return alone;
    CausesBesideMix beside{.causes = scoreCauses(mix->before, after, threshold)};
    std::erase_if(beside.causes.found,
                  [](const DropFinding &finding) { return finding.cause == DropCause::ScoreMix; });
    mix->finding.withOthers = !beside.causes.found.empty();
    beside.causes.found.push_back(mix->finding);
    beside.before = std::move(mix->before);
    return beside;
}

} // namespace oneinn
