// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/badweek.h"

#include "core/clusters/influencespread.h"
#include "core/eigenindex.h"
#include "core/ends/endparts.h"
#include "core/loadbearing/headroom.h"
#include "core/metrics/proportion.h"

#include <boost/math/distributions/chi_squared.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <utility>
#include <vector>

namespace oneinn {

namespace {

constexpr double oneInTen = 1.2815515655446004; ///< standard deviations above the mean
constexpr double smallestSlower = 0.01;
constexpr double slowerBisectedTo = 1e-7; ///< of the slowdown

constexpr double shownBeyond = 0.95;

/// Of shares by period and their variances by chance.
double tauOf(const Eigen::ArrayXd &share, const Eigen::ArrayXd &variance)
{
    const double between =
            (share - share.mean()).square().sum() / (static_cast<double>(share.size()) - 1.0);
    return std::sqrt(std::max(0.0, between - variance.mean()));
}

double meanOf(const Eigen::ArrayXd &column, const Eigen::ArrayXd &weight)
{
    return (column * weight).sum() / weight.sum();
}

/// How high the truth may be: Wilson's limit as of as many uses as would vary as much. Absent with
/// too few users or days.
std::optional<double> upperLimitOf(const Eigen::ArrayXd &column, const PairedRows &rows,
                                   const std::optional<UseGroups> &groups)
{
    const double share = std::clamp(meanOf(column, rows.weight), 0.0, 1.0);
    const Eigen::ArrayXd influence = rows.weight * (column - share) / rows.weight.sum();
    const InfluenceSpread spread =
            groups ? groups->spread(influence) : influenceSpread(influence, rows.user, rows.day);
    if (spread.clusters < fewestClusters)
        return std::nullopt;
    const double n =
            spread.variance > 0.0 ? share * (1.0 - share) / spread.variance : spread.clusters;
    return wilsonIntervalByT(share * n, n, spread.clusters - 1.0).high;
}

/// Uses of one user in one period, where both are told.
CodeColumn usersWithin(const CodeColumn &user, const CodeColumn &period)
{
    if (user.size() == 0)
        return {};
    const DenseUnits pairs = denseUnits(user, period);
    CodeColumn codes(eigenIndex(pairs.unit.size()));
    std::copy(pairs.unit.begin(), pairs.unit.end(), codes.begin());
    return codes;
}

/// Of the uses whose day is told, in their periods.
class UsesInPeriods {
public:
    UsesInPeriods(const PairedRows &rows, const UsePeriods &periods)
        : m_count(eigenIndex(periods.count))
    {
        for (Eigen::Index use = 0; use < periods.of.size(); ++use) {
            if (periods.of[use] != UsePeriods::never)
                m_uses.push_back(use);
        }
        m_period = periods.of(m_uses);
        m_weight = rows.weight(m_uses);
        m_within = usersWithin(codesAt(rows.user, m_uses), m_period);
        m_sum = summed(m_weight);
        m_squares = summed(m_weight.square());
    }

    double mean(const Eigen::ArrayXd &column) const { return meanOf(column(m_uses), m_weight); }
    PeriodShares sharesOf(const Eigen::ArrayXd &column) const
    {
        const Eigen::ArrayXd own = column(m_uses);
        const double mean = meanOf(own, m_weight);
        const double ofOne = meanOf((own - mean).square(), m_weight);
        return {summed(own * m_weight) / m_sum,
                ofOne * clumping(own, mean) * m_squares / m_sum.square()};
    }

private:
    Eigen::ArrayXd summed(const Eigen::ArrayXd &column) const
    {
        Eigen::ArrayXd sums = Eigen::ArrayXd::Zero(m_count);
        for (Eigen::Index use = 0; use < column.size(); ++use)
            sums[eigenIndex(m_period[use])] += column[use];
        return sums;
    }
    /// How many times as much a share varies because a user's uses are alike.
    double clumping(const Eigen::ArrayXd &own, double mean) const
    {
        const Eigen::ArrayXd influence = m_weight * (own - mean);
        const double apart = influence.square().sum();
        if (m_within.size() == 0 || !(apart > 0.0))
            return 1.0;
        Eigen::ArrayXd byUser = Eigen::ArrayXd::Zero(eigenIndex(m_within.maxCoeff()) + 1);
        for (Eigen::Index use = 0; use < influence.size(); ++use)
            byUser[eigenIndex(m_within[use])] += influence[use];
        return byUser.square().sum() / apart;
    }

    Eigen::Index m_count;
    std::vector<Eigen::Index> m_uses;
    CodeColumn m_period;
    Eigen::ArrayXd m_weight;
    CodeColumn m_within;
    Eigen::ArrayXd m_sum;
    Eigen::ArrayXd m_squares;
};

const Eigen::ArrayXd &columnOf(const FailureShares &shares, Failure failure)
{
    return failure == Failure::Latency      ? shares.lateOrGone
            : failure == Failure::Precision ? shares.wrongShown
                                            : shares.missed;
}

/// A failure's share in a bad week, less what it is now.
struct WorseShare {
    double more = 0.0;
    BadWeekSource source = BadWeekSource::Data;
    PeriodShares shares = {};
};

WorseShare worseShare(const Eigen::ArrayXd &column, const PairedRows &rows,
                      const std::optional<UsesInPeriods> &periods,
                      const std::optional<UseGroups> &groups)
{
    if (const double mean = periods ? periods->mean(column) : 0.0; mean > 0.0) {
        PeriodShares shares = periods->sharesOf(column);
        auto spread = *periodSpread(shares);
        if (!spread.isShown)
            return {0.0, BadWeekSource::Alike};
        spread.mean = mean;
        return {std::min(spread.bad(), 1.0) - mean, BadWeekSource::Periods, std::move(shares)};
    }
    const auto upper = upperLimitOf(column, rows, groups);
    if (!upper)
        return {0.0, BadWeekSource::TooFew};
    return {*upper - meanOf(column, rows.weight), BadWeekSource::Data};
}

} // namespace

Eigen::ArrayXd lateOrGone(const UseOutcomes &outcomes, const PatienceCurve &patience,
                          bool lateCounts)
{
    Eigen::ArrayXd column = Eigen::ArrayXd::Zero(outcomes.wait.size());
    for (Eigen::Index use = 0; use < column.size(); ++use) {
        const auto i = static_cast<std::size_t>(use);
        if (isLost(outcomes.decision[i]))
            continue;
        if (lateCounts && outcomes.late[i] != 0)
            column[use] = 1.0;
        else if (!patience.everyoneWaits())
            column[use] = 1.0 - patience.stillWaiting({outcomes.wait[use]});
    }
    return column;
}

FailureShares failureShares(const PairedRows &rows, const UseOutcomes &outcomes,
                            const PatienceCurve &patience, bool lateCounts)
{
    FailureShares shares{.lateOrGone = lateOrGone(outcomes, patience, lateCounts),
                         .wrongShown = Eigen::ArrayXd::Zero(rows.uses()),
                         .missed = Eigen::ArrayXd::Zero(rows.uses())};
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        const auto i = static_cast<std::size_t>(use);
        const double wait = outcomes.wait[use];
        const double staying =
                patience.everyoneWaits() || std::isnan(wait) ? 1.0 : patience.stillWaiting({wait});
        const OwnAnswer own = outcomes.own.empty() ? OwnAnswer::Decides : outcomes.own[i];
        const UsePart part = partIfThere(rows.label[use] != 0, outcomes.decision[i], own);
        if (part == UsePart::WrongShown)
            shares.wrongShown[use] = staying;
        if (part == UsePart::MissedByModel)
            shares.missed[use] = staying;
    }
    return shares;
}

double PeriodSpread::bad() const
{
    return mean + oneInTen * tau;
}

std::optional<PeriodSpread> periodSpread(const PeriodShares &periods)
{
    if (periods.share.size() < static_cast<Eigen::Index>(fewestPeriods))
        return std::nullopt;
    PeriodSpread spread{periods.share.mean(), tauOf(periods.share, periods.variance)};
    if (!(periods.variance > 0.0).all())
        return spread;
    const Eigen::ArrayXd precision = 1.0 / periods.variance;
    const double pooled = (precision * periods.share).sum() / precision.sum();
    const double q = (precision * (periods.share - pooled).square()).sum();
    const boost::math::chi_squared_distribution<double> byChance(
            static_cast<double>(periods.share.size() - 1));
    spread.isShown = spread.tau > 0.0 && q > boost::math::quantile(byChance, shownBeyond);
    return spread;
}

std::vector<PerFailure<double>> drawnAgain(const BadWeek &badWeek, std::size_t resamples,
                                           std::uint64_t seed)
{
    std::vector<PerFailure<double>> times(resamples, PerFailure<double>{1.0, 1.0, 1.0});
    std::mt19937_64 random(seed);
    std::vector<Eigen::Index> drawn(badWeek.periods);
    for (PerFailure<double> &each : times) {
        for (Eigen::Index &period : drawn)
            period = eigenIndex(random() % badWeek.periods);
        for (const Failure failure : everyFailure) {
            if (badWeek.source[failure] != BadWeekSource::Periods)
                continue;
            const PeriodShares &told = badWeek.shares[failure];
            each[failure] = tauOf(told.share(drawn), told.variance(drawn))
                    / tauOf(told.share, told.variance);
        }
    }
    return times;
}

std::optional<double> slowerUntil(const LateOrGone &share, double upper)
{
    double low = 0.0;
    double high = smallestSlower;
    while (share(high) < upper) {
        if (high >= mostSlowdown - 1.0)
            return std::nullopt;
        low = high;
        high = std::min(2.0 * high, mostSlowdown - 1.0);
    }
    while (high - low > slowerBisectedTo * (1.0 + high)) {
        const double middle = low + (high - low) / 2.0;
        (share(middle) < upper ? low : high) = middle;
    }
    return high;
}

BadWeek badWeek(const PairedRows &rows, const FailureShares &shares, const UsePeriods &periods,
                const LateOrGone &lateOrGone, const std::optional<UseGroups> &groups)
{
    BadWeek result{.slower = {},
                   .more = {},
                   .kind = periods.kind,
                   .periods = periods.count,
                   .days = periods.days,
                   .shares = {}};
    std::optional<UsesInPeriods> inPeriods;
    if (periods.count >= fewestPeriods)
        inPeriods.emplace(rows, periods);
    PerFailure<double> more;
    for (const Failure failure : everyFailure) {
        WorseShare worse = worseShare(columnOf(shares, failure), rows, inPeriods, groups);
        more[failure] = worse.more;
        result.source[failure] = worse.source;
        result.shares[failure] = std::move(worse.shares);
    }
    result.more = {.wrongShown = more.precision, .missed = more.recall};
    result.slower = 0.0;
    if (more.latency > 0.0)
        result.slower =
                slowerUntil(lateOrGone, meanOf(shares.lateOrGone, rows.weight) + more.latency);
    return result;
}

} // namespace oneinn
