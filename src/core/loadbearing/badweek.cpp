// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/badweek.h"

#include "core/clusters/influencespread.h"
#include "core/eigenindex.h"
#include "core/loadbearing/headroom.h"
#include "core/metrics/proportion.h"
#include "core/policies/usecolumns.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace oneinn {

namespace {

constexpr double oneInTen = 1.2815515655446004; ///< standard deviations above the mean
constexpr double smallestSlower = 0.01;
constexpr double slowerBisectedTo = 1e-7; ///< of the slowdown

double meanOf(const Eigen::ArrayXd &column, const Eigen::ArrayXd &weight)
{
    return (column * weight).sum() / weight.sum();
}

/// How high the truth may be: Wilson's limit as of as many uses as would vary as much. Absent with
/// too few users or days.
std::optional<double> upperLimitOf(const Eigen::ArrayXd &column, const PairedRows &rows)
{
    const double share = std::clamp(meanOf(column, rows.weight), 0.0, 1.0);
    const InfluenceSpread spread = influenceSpread(
            rows.weight * (column - share) / rows.weight.sum(), rows.user, rows.day);
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
class PeriodShares {
public:
    PeriodShares(const PairedRows &rows, const UsePeriods &periods)
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

    std::optional<PeriodSpread> spreadOf(const Eigen::ArrayXd &column) const
    {
        const Eigen::ArrayXd own = column(m_uses);
        const double mean = meanOf(own, m_weight);
        const Eigen::ArrayXd shares = summed(own * m_weight) / m_sum;
        const double ofOne = meanOf((own - mean).square(), m_weight);
        auto spread =
                periodSpread(shares, ofOne * clumping(own, mean) * m_squares / m_sum.square());
        if (spread)
            spread->mean = mean;
        return spread;
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
};

WorseShare worseShare(const Eigen::ArrayXd &column, const PairedRows &rows,
                      const std::optional<PeriodShares> &periods)
{
    const auto spread = periods ? periods->spreadOf(column) : std::nullopt;
    if (spread && spread->mean > 0.0) {
        const double more = std::min(spread->bad(), 1.0) - spread->mean;
        return {more, spread->tau > 0.0 ? BadWeekSource::Periods : BadWeekSource::Alike};
    }
    const auto upper = upperLimitOf(column, rows);
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
        if (outcomes.decision[i] == UseDecision::Failed)
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
    const UseColumns uses(rows, outcomes, patience);
    return {.lateOrGone = lateOrGone(outcomes, patience, lateCounts),
            .wrongShown = uses.of({UsePart::WrongShown}),
            .missed = uses.of({UsePart::MissedByModel})};
}

double PeriodSpread::bad() const
{
    return mean + oneInTen * tau;
}

std::optional<PeriodSpread> periodSpread(const Eigen::ArrayXd &shares,
                                         const Eigen::ArrayXd &variances)
{
    const auto periods = static_cast<double>(shares.size());
    if (shares.size() < static_cast<Eigen::Index>(fewestPeriods))
        return std::nullopt;
    const double between = (shares - shares.mean()).square().sum() / (periods - 1.0);
    return PeriodSpread{shares.mean(), std::sqrt(std::max(0.0, between - variances.mean()))};
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
                const LateOrGone &lateOrGone)
{
    BadWeek result{.slower = {},
                   .more = {},
                   .kind = periods.kind,
                   .periods = periods.count,
                   .days = periods.days};
    std::optional<PeriodShares> inPeriods;
    if (periods.count >= fewestPeriods)
        inPeriods.emplace(rows, periods);
    PerFailure<double> more;
    for (const Failure failure : everyFailure) {
        const WorseShare worse = worseShare(columnOf(shares, failure), rows, inPeriods);
        more[failure] = worse.more;
        result.source[failure] = worse.source;
    }
    result.more = {.wrongShown = more.precision, .missed = more.recall};
    result.slower = 0.0;
    if (more.latency > 0.0)
        result.slower =
                slowerUntil(lateOrGone, meanOf(shares.lateOrGone, rows.weight) + more.latency);
    return result;
}

} // namespace oneinn
