// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/proportion.h"

#include "core/metrics/exactintervals.h"

#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <boost/math/special_functions/beta.hpp>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <limits>

namespace oneinn {

namespace {

namespace policies = boost::math::policies;

// The callers below keep to the functions' domains; nothing here may throw.
using Quiet = policies::policy<policies::domain_error<policies::ignore_error>,
                               policies::overflow_error<policies::ignore_error>,
                               policies::evaluation_error<policies::ignore_error>,
                               policies::promote_double<false>>;

double betaQuantile(double alpha, double beta, double probability)
{
    return boost::math::ibeta_inv(alpha, beta, probability, Quiet());
}

double normalQuantile(double probability)
{
    return boost::math::quantile(boost::math::normal_distribution<double, Quiet>(), probability);
}

double studentQuantileOf(double freedom, double probability)
{
    return boost::math::quantile(boost::math::students_t_distribution<double, Quiet>(freedom),
                                 probability);
}

/// A search over all thresholds asks for the same few, each time for as long as all the rest takes.
double studentQuantile(double freedom, double probability)
{
    struct Known {
        double freedom = 0.0;
        double probability = 0.0;
        double quantile = 0.0;
    };
    constexpr std::size_t most = 8;
    thread_local std::array<Known, most> known;
    thread_local std::size_t next = 0;
    const auto found = std::ranges::find_if(known, [&](const Known &one) {
        return one.freedom == freedom && one.probability == probability;
    });
    if (found != known.end())
        return found->quantile;
    next = (next + 1) % most;
    known[next] = {freedom, probability, studentQuantileOf(freedom, probability)};
    return known[next].quantile;
}

/// z: how many standard errors the interval reaches.
Interval wilsonReaching(double k, double n, double z)
{
    const double centre = (k + z * z / 2.0) / (n + z * z);
    const double half = z * std::sqrt(k * (n - k) / n + z * z / 4.0) / (n + z * z);
    // At the ends the limit is exact, but for rounding.
    return {k == 0.0 ? 0.0 : std::max(0.0, centre - half),
            k == n ? 1.0 : std::min(1.0, centre + half)};
}

void assertShare(double k, double n, double confidence)
{
    assert(n > 0.0 && k >= 0.0 && k <= n);
    assert(confidence > 0.0 && confidence < 1.0);
    static_cast<void>(k);
    static_cast<void>(n);
    static_cast<void>(confidence);
}

} // namespace

Interval wilsonInterval(double k, double n, double confidence)
{
    assertShare(k, n, confidence);
    return wilsonReaching(k, n, normalQuantile(0.5 + confidence / 2.0));
}

Interval wilsonIntervalByT(double k, double n, double freedom, double confidence)
{
    assertShare(k, n, confidence);
    assert(freedom > 0.0);
    return wilsonReaching(k, n, studentQuantile(freedom, 0.5 + confidence / 2.0));
}

Interval jeffreysInterval(double k, double n, double confidence)
{
    assertShare(k, n, confidence);
    const double tail = (1.0 - confidence) / 2.0;
    return {k == 0.0 ? 0.0 : betaQuantile(k + 0.5, n - k + 0.5, tail),
            k == n ? 1.0 : betaQuantile(k + 0.5, n - k + 0.5, 1.0 - tail)};
}

Interval clopperPearsonInterval(double k, double n, double confidence)
{
    assertShare(k, n, confidence);
    const double tail = (1.0 - confidence) / 2.0;
    return {k == 0.0 ? 0.0 : betaQuantile(k, n - k + 1.0, tail),
            k == n ? 1.0 : betaQuantile(k + 1.0, n - k, 1.0 - tail)};
}

double ruleOfThreeUpper(double n)
{
    assert(n > 0.0);
    return std::min(1.0, 3.0 / n);
}

double zeroEventsUpper(double n, double confidence)
{
    assert(n > 0.0 && confidence > 0.0 && confidence < 1.0);
    return -std::expm1(std::log1p(-confidence) / n);
}

double kishEffectiveN(const Tally &tally)
{
    if (tally.squaredWeight == 0.0)
        return 0.0;
    return tally.weight * tally.weight / tally.squaredWeight;
}

Reliability reliabilityOf(double k, double n)
{
    constexpr double fewestForAShare = 10.0;
    constexpr double fewestForAStatement = 30.0;
    constexpr double widestStated = 0.30;
    // By Hoeffding's bound the interval of any share is narrower from 82 cases on.
    constexpr double surelyNarrow = 100.0;
    if (n < fewestForAShare)
        return Reliability::CountsOnly;
    if (n >= surelyNarrow)
        return Reliability::Stated;
    if (n < fewestForAStatement || clopperPearsonInterval(k, n).width() >= widestStated)
        return Reliability::TooFew;
    return Reliability::Stated;
}

std::optional<double> linearisedVariance(const Tally &yes, const Tally &no)
{
    const Tally all = yes + no;
    if (all.rows < 2.0 || all.weight == 0.0)
        return std::nullopt;
    const double share = yes.weight / all.weight;
    const double otherShare = no.weight / all.weight;
    const double squares =
            yes.squaredWeight * otherShare * otherShare + no.squaredWeight * share * share;
    return all.rows / (all.rows - 1.0) * squares / (all.weight * all.weight);
}

namespace {

/// Kish's number of the rows of either kind: what weighs the two kinds against each other, as a
/// base rate does, makes no row tell less of its own.
double kishWithin(const Tally &yes, const Tally &no)
{
    return kishEffectiveN(yes) + kishEffectiveN(no);
}

/// A few rows have most of the weight. Where that is so, only about as many as Kish's number tell
/// how far a share is off: what the others weigh says little of those few. A convention, as for
/// users (ClusterMoments).
bool fewWeighMost(const Tally &yes, const Tally &no)
{
    constexpr double half = 0.5;
    return kishWithin(yes, no) < half * (yes.rows + no.rows);
}

bool weighAlike(const Tally &all)
{
    constexpr double rounding = 1e-9;
    return kishEffectiveN(all) >= all.rows * (1.0 - rounding);
}

/// Neither none nor all where rows of both kinds are there, however little one of them weighs.
double shareOf(const Tally &yes, const Tally &no)
{
    const double share = std::clamp(yes.weight / (yes.weight + no.weight), 0.0, 1.0);
    if (!(yes.weight > 0.0) || !(no.weight > 0.0))
        return share;
    return std::clamp(share, std::numeric_limits<double>::min(), std::nextafter(1.0, 0.0));
}

/// n times the share, but none and all exactly so.
double casesOf(double share, double n)
{
    return share == 1.0 ? n : share * n;
}

double effectiveNOf(const Tally &yes, const Tally &no, const std::optional<ClusterEffect> &clusters)
{
    const double rows = effectiveRows(yes, no);
    if (!clusters)
        return rows;
    const bool noneOrAll = !(yes.weight > 0.0) || !(no.weight > 0.0);
    if (clusters->ofChances && !noneOrAll)
        return rows / clusters->designEffect; // without end where all chances are equal
    if (clusters->clusters == 0.0)
        return rows;
    const double most = noneOrAll ? clusters->clusters : yes.rows + no.rows;
    return std::max(std::min(rows / clusters->designEffect, most),
                    std::numeric_limits<double>::min());
}

Interval intervalOf(const Tally &yes, const Tally &no, double n,
                    const std::optional<ClusterEffect> &clusters, double confidence)
{
    const double share = shareOf(yes, no);
    if (!clusters && ExactIntervals::areGiven() && weighAlike(yes + no))
        return clopperPearsonInterval(casesOf(share, n), n, confidence);
    if (!clusters) {
        const double freedom = kishWithin(yes, no) - 1.0;
        return fewWeighMost(yes, no) && freedom > 0.0
                ? wilsonIntervalByT(casesOf(share, n), n, freedom, confidence)
                : wilsonInterval(casesOf(share, n), n, confidence);
    }
    if (clusters->clusters > 0.0 && clusters->effectiveClusters < fewestClusters)
        return {0.0, 1.0};
    if (clusters->ofChances && share > 0.0 && share < 1.0) {
        const double upper = 0.5 + confidence / 2.0;
        const double errors = clusters->clusters > 0.0
                ? studentQuantile(clusters->effectiveClusters - 1.0, upper)
                : normalQuantile(upper);
        const double reach = errors * std::sqrt(share * (1.0 - share) / n);
        return {std::max(0.0, share - reach), std::min(1.0, share + reach)};
    }
    return wilsonIntervalByT(casesOf(share, n), n, clusters->effectiveClusters - 1.0, confidence);
}

Interval oneSidedLimits(const Tally &yes, const Tally &no,
                        const std::optional<ClusterEffect> &clusters, double error)
{
    const double confidence = 1.0 - 2.0 * error; // as much beyond either end
    assert(yes.weight + no.weight > 0.0);
    return intervalOf(yes, no, effectiveNOf(yes, no, clusters), clusters, confidence);
}

} // namespace

double effectiveRows(const Tally &yes, const Tally &no)
{
    const Tally all = yes + no;
    const double kish = std::min(all.rows, kishEffectiveN(all));
    // Equal weights are no weights: the binomial's own n, which the variance estimate's n/(n-1)
    // would turn into n - 1.
    if (weighAlike(all))
        return all.rows;
    const auto variance = linearisedVariance(yes, no);
    const double binomial = yes.weight / all.weight * (no.weight / all.weight);
    if (binomial == 0.0 || !variance || *variance == 0.0)
        return kish;
    return std::min(fewWeighMost(yes, no) ? kishWithin(yes, no) : all.rows, binomial / *variance);
}

double lowerLimit(const Tally &yes, const Tally &no, const std::optional<ClusterEffect> &clusters,
                  double error)
{
    return oneSidedLimits(yes, no, clusters, error).low;
}

double upperLimit(const Tally &yes, const Tally &no, const std::optional<ClusterEffect> &clusters,
                  double error)
{
    return oneSidedLimits(yes, no, clusters, error).high;
}

std::optional<Proportion> proportion(const Tally &yes, const Tally &no,
                                     const std::optional<ClusterEffect> &clusters)
{
    const Tally all = yes + no;
    constexpr double leastRows = 0.5; // fewer would be said as none
    if (!(all.weight > 0.0) || all.rows < leastRows)
        return std::nullopt;
    const double value = shareOf(yes, no);
    const double n = effectiveNOf(yes, no, clusters);
    const bool tooFew =
            clusters && clusters->clusters > 0.0 && clusters->effectiveClusters < fewestClusters;
    const double cases = std::min(n, all.rows);
    const bool isByWidest = clusters && clusters->widestClusters > 0.0 && !tooFew;
    return Proportion{.value = value,
                      .interval = intervalOf(yes, no, n, clusters, 0.95),
                      .effectiveN = cases,
                      .clusters = isByWidest ? clusters->widestClusters
                              : clusters     ? clusters->clusters
                                             : 0.0,
                      .effectiveClusters = clusters ? clusters->effectiveClusters : 0.0,
                      .clustersOf = isByWidest ? clusters->widest
                              : clusters       ? clusters->of
                                               : ClusterOf::User,
                      .yes = yes,
                      .all = all,
                      .reliability = tooFew ? Reliability::CountsOnly
                                            : reliabilityOf(casesOf(value, cases), cases)};
}

std::optional<Proportion> complementOf(std::optional<Proportion> share)
{
    if (!share)
        return std::nullopt;
    share->value = 1.0 - share->value;
    share->interval = {1.0 - share->interval.high, 1.0 - share->interval.low};
    share->yes = share->all - share->yes;
    return share;
}

std::optional<double> valueOf(const std::optional<Proportion> &share)
{
    return share ? std::optional(share->value) : std::nullopt;
}

} // namespace oneinn
