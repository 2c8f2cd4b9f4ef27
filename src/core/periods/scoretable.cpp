// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/scoretable.h"

#include <boost/math/distributions/chi_squared.hpp>
#include <boost/math/distributions/non_central_chi_squared.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace oneinn {

namespace {

constexpr double mostBins = 10.0;
constexpr double goodPerBin = 8.0;

using ClassCounts = Eigen::Array2d;

struct ChiSquare {
    double statistic = 0.0;
    double freedom = 0.0;

    double p() const
    {
        if (!(freedom > 0.0))
            return 1.0;
        const boost::math::chi_squared distribution(freedom);
        return boost::math::cdf(boost::math::complement(distribution, statistic));
    }
};

/// Adds a table of two rows; columns without a count are none.
void addTable(ChiSquare &chi, const Eigen::ArrayXd &before, const Eigen::ArrayXd &after)
{
    const double n = before.sum();
    const double m = after.sum();
    if (!(n > 0.0) || !(m > 0.0))
        return;
    double columns = 0.0;
    for (Eigen::Index i = 0; i < before.size(); ++i) {
        const double column = before[i] + after[i];
        if (!(column > 0.0))
            continue;
        columns += 1.0;
        const double expectedBefore = column * n / (n + m);
        const double expectedAfter = column * m / (n + m);
        chi.statistic += std::pow(before[i] - expectedBefore, 2) / expectedBefore
                + std::pow(after[i] - expectedAfter, 2) / expectedAfter;
    }
    chi.freedom += std::max(0.0, columns - 1.0);
}

using WeighedScore = std::pair<double, double>;

void addScores(std::vector<WeighedScore> &scores, ClassCounts &classes, const PeriodUses &period)
{
    for (Eigen::Index use = 0; use < period.uses(); ++use) {
        if (period.failed(use))
            continue;
        const bool good = period.good(use);
        classes[good ? 1 : 0] += 1.0;
        scores.emplace_back(period.score(use), good ? 1.0 : 0.0);
    }
}

double meaningMoved(const ScoreTable &before, const ScoreTable &after)
{
    const double uses = before.sum() + after.sum();
    double moved = 0.0;
    for (Eigen::Index bin = 0; bin < before.rows(); ++bin) {
        const double n = before.row(bin).sum();
        const double m = after.row(bin).sum();
        if (!(n > 0.0) || !(m > 0.0))
            continue;
        const double pooled = (before(bin, 1) + after(bin, 1)) / (n + m);
        const double noise = pooled * (1.0 - pooled) * (1.0 / n + 1.0 / m);
        const double squared = std::pow(after(bin, 1) / m - before(bin, 1) / n, 2);
        moved += (n + m) / uses * std::sqrt(std::max(0.0, squared - noise));
    }
    return moved;
}

} // namespace

std::vector<double> scoreBins(const PeriodUses &before, const PeriodUses &after, double threshold)
{
    std::vector<WeighedScore> scores;
    ClassCounts classes = ClassCounts::Zero();
    addScores(scores, classes, before);
    addScores(scores, classes, after);
    std::ranges::sort(scores);
    std::vector<double> bins{-std::numeric_limits<double>::infinity()};
    const double wanted = std::clamp(std::floor(classes.minCoeff() / goodPerBin), 2.0, mostBins);
    double sum = 0.0;
    for (const auto &[score, isGood] : scores) {
        const double next = static_cast<double>(bins.size()) / wanted;
        if (sum >= next && score > bins.back())
            bins.push_back(score);
        sum += (classes.minCoeff() > 0.0 ? 0.5 : 1.0) / classes[isGood > 0.0 ? 1 : 0];
    }
    if (std::isfinite(threshold) && std::ranges::find(bins, threshold) == bins.end())
        bins.insert(std::ranges::upper_bound(bins, threshold), threshold);
    return bins;
}

std::size_t binOf(const std::vector<double> &bins, double score)
{
    return static_cast<std::size_t>(std::ranges::upper_bound(bins, score) - bins.begin()) - 1;
}

ScoreTable scoreTable(const PeriodUses &period, const std::vector<double> &bins,
                      double designEffect, const UseFilter &takes)
{
    ScoreTable table = ScoreTable::Zero(static_cast<Eigen::Index>(bins.size()), 2);
    double sum = 0.0;
    double squares = 0.0;
    for (Eigen::Index use = 0; use < period.uses(); ++use) {
        if (period.failed(use) || (takes && !takes(use)))
            continue;
        const double weight = period.rows.weight[use];
        const auto bin = static_cast<Eigen::Index>(binOf(bins, period.score(use)));
        table(bin, period.good(use) ? 1 : 0) += weight;
        sum += weight;
        squares += weight * weight;
    }
    if (squares > 0.0)
        table *= sum / squares / designEffect;
    return table;
}

double populationStability(const Eigen::ArrayXd &before, const Eigen::ArrayXd &after)
{
    return ((after - before) * (after / before).log()).sum();
}

std::optional<double> timesToShow(const ScoreChange &change, double p)
{
    constexpr double missed = 0.2;
    const double seen = change.jointStatistic - change.jointFreedom;
    if (!(change.jointFreedom > 0.0) || !(seen > 0.0))
        return std::nullopt;
    const boost::math::chi_squared chance(change.jointFreedom);
    const double shown = boost::math::quantile(boost::math::complement(chance, p));
    const double needed = boost::math::non_central_chi_squared::find_non_centrality(
            change.jointFreedom, shown, missed);
    return needed / seen;
}

double psiNoiseFloor(std::size_t bins, double n, double m)
{
    constexpr double usual = 0.95;
    const boost::math::chi_squared distribution(static_cast<double>(bins) - 1.0);
    return boost::math::quantile(distribution, usual) * (1.0 / n + 1.0 / m);
}

ScoreChange scoreChange(const ScoreTable &before, const ScoreTable &after)
{
    ScoreChange change;
    if (!(before.sum() > 0.0) || !(after.sum() > 0.0))
        return change;
    ChiSquare scores;
    const Eigen::ArrayXd binsBefore = before.rowwise().sum();
    const Eigen::ArrayXd binsAfter = after.rowwise().sum();
    addTable(scores, binsBefore, binsAfter);
    ChiSquare meaning;
    for (Eigen::Index bin = 0; bin < before.rows(); ++bin)
        addTable(meaning, before.row(bin).transpose(), after.row(bin).transpose());
    ChiSquare inClasses;
    for (Eigen::Index column = 0; column < 2; ++column)
        addTable(inClasses, before.col(column), after.col(column));
    ChiSquare joint;
    addTable(joint, before.reshaped(), after.reshaped());
    change.joint = joint.p();
    change.jointStatistic = joint.statistic;
    change.jointFreedom = joint.freedom;
    change.scores = scores.p();
    change.meaning = meaning.p();
    change.inClasses = inClasses.p();
    constexpr double half = 0.5;
    const double spread = half * static_cast<double>(before.rows());
    change.psi = populationStability((binsBefore + half) / (binsBefore.sum() + spread),
                                     (binsAfter + half) / (binsAfter.sum() + spread));
    change.meaningMoved = meaningMoved(before, after);
    return change;
}

} // namespace oneinn
