// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/dropcells.h"

#include "core/periods/scoretable.h"

#include <algorithm>
#include <cstddef>

namespace oneinn {

namespace {

constexpr std::array<Eigen::Index, 2> noAndYes{0, 1};

double ratio(double own, double of, double other, double ofOther)
{
    if (of > 0.0)
        return own / of;
    return ofOther > 0.0 ? other / ofOther : 0.0;
}

/// In each class, by bin; of a class without any as in `otherwise`.
BinsByClass withinClasses(const BinsByClass &counts, const BinsByClass &otherwise)
{
    BinsByClass within = otherwise;
    for (const Eigen::Index good : noAndYes) {
        if (counts.col(good).sum() > 0.0)
            within.col(good) = counts.col(good) / counts.col(good).sum();
    }
    return within;
}

ClassByShown byShown(const BinsByClass &counts, const std::vector<bool> &shown)
{
    ClassByShown sums = ClassByShown::Zero();
    for (Eigen::Index bin = 0; bin < counts.rows(); ++bin)
        sums.col(shown[static_cast<std::size_t>(bin)] ? 1 : 0) += counts.row(bin).transpose();
    return sums;
}

} // namespace

DropSums::DropSums(Eigen::Index bins)
    : answered{BinsByClass(BinsByClass::Zero(bins, 2)), BinsByClass(BinsByClass::Zero(bins, 2)),
               BinsByClass(BinsByClass::Zero(bins, 2))}
{
}

void DropSums::add(const DropSums &other, double times)
{
    for (std::size_t group = 0; group < answered.size(); ++group)
        answered[group] += times * other.answered[group];
    waiting += times * other.waiting;
    failed += times * other.failed;
    failedMeasure += times * other.failedMeasure;
}

namespace {

/// A column with a fault, as it is in one period and as it was in the earlier one.
class FaultColumn {
public:
    FaultColumn(const PeriodUses &period, const PeriodUses &earlier, const DropSplit::Fault &fault)
        : m_period(period)
        , m_cause(fault.cause)
        , m_column(period.column(fault.column))
        , m_earlier(earlier.column(fault.column))
        , m_feature(m_column ? nullptr : period.feature(fault.column))
    {
    }

    bool holds(Eigen::Index use) const
    {
        if (m_feature)
            return m_cause == DropCause::Missing && m_feature->isEmpty(m_period.rowOf(use));
        if (!m_column)
            return false;
        const std::string &value = m_period.valueOf(*m_column, use);
        return m_cause == DropCause::Missing
                ? value.empty()
                : !value.empty() && !(m_earlier && m_earlier->codeOf(value));
    }

private:
    const PeriodUses &m_period;
    DropCause m_cause;
    const CategoryColumn *m_column;
    const CategoryColumn *m_earlier;
    const FeatureColumn *m_feature; ///< null but for a column of numbers
};

std::vector<FaultColumn> faultColumns(const PeriodUses &period, const DropSplit &split,
                                      const PeriodUses &earlier)
{
    std::vector<FaultColumn> columns;
    columns.reserve(split.faults.size());
    for (const DropSplit::Fault &fault : split.faults)
        columns.emplace_back(period, earlier, fault);
    return columns;
}

} // namespace

DropCells::DropCells(const PeriodUses &period, const DropBasis &basis)
    : m_period(period)
    , m_bins(static_cast<Eigen::Index>(basis.bins.size()))
    , m_bin(static_cast<std::size_t>(period.uses()))
    , m_group(static_cast<std::size_t>(period.uses()))
    , m_places(basis.mix.values.size() + 1)
{
    const DropSplit &split = basis.split;
    if (split.mix)
        m_place = basis.mix.placesIn(period, split.mix->column);
    const CategoryColumn *part = split.part ? period.column(split.part->column) : nullptr;
    const std::vector<FaultColumn> faults = faultColumns(period, split, basis.earlier);
    for (Eigen::Index use = 0; use < period.uses(); ++use) {
        const auto i = static_cast<std::size_t>(use);
        m_bin[i] = static_cast<std::uint8_t>(binOf(basis.bins, period.score(use)));
        const bool isFault = std::ranges::any_of(
                faults, [&](const FaultColumn &fault) { return fault.holds(use); });
        const bool isPart = part && period.valueOf(*part, use) == split.part->value;
        m_group[i] = isFault ? 2 : isPart ? 1 : 0;
    }
}

std::vector<DropSums> DropCells::sums(const ResampleUnits &units,
                                      const std::vector<std::uint16_t> &times) const
{
    std::vector<DropSums> all(m_places, DropSums(m_bins));
    for (Eigen::Index use = 0; use < m_period.uses(); ++use) {
        const double often = times.empty() ? 1.0 : times[units.unitOf(use)];
        const double weight = often * m_period.rows.weight[use];
        const Eigen::Index good = m_period.good(use) ? 1 : 0;
        const auto i = static_cast<std::size_t>(use);
        DropSums &sums = all[m_place.empty() ? 0 : m_place[i]];
        if (m_period.failed(use)) {
            sums.failed[good] += weight;
            sums.failedMeasure[good] += weight * m_period.measured[use];
            continue;
        }
        sums.answered[m_group[i]](m_bin[i], good) += weight;
        sums.waiting(good, m_period.shown[use] > 0.0 ? 1 : 0) +=
                weight * (m_period.measured[use] - m_period.ownMeasured[use]);
    }
    return all;
}

DropFactors factorsOf(const DropSums &own, const DropSums &other, const OwnWorth &worth)
{
    const BinsByClass counts = own.all();
    const BinsByClass otherCounts = other.all();
    const BinsByClass none = BinsByClass::Zero(counts.rows(), 2);
    const BinsByClass otherScores = withinClasses(otherCounts, none);
    DropFactors factors;
    factors.scores = withinClasses(counts, otherScores);
    // A part that is not there at all did as all did; of a class that it lacks nothing is known.
    factors.partScores = own.answered[1].sum() > 0.0
            ? withinClasses(own.answered[1],
                            other.answered[1].sum() > 0.0
                                    ? withinClasses(other.answered[1], otherScores)
                                    : factors.scores)
            : factors.scores;
    factors.soundScores = withinClasses(own.sound(), withinClasses(other.sound(), factors.scores));
    factors.faultScores =
            withinClasses(own.answered[2], withinClasses(other.answered[2], factors.scores));
    const ClassByShown shown = byShown(counts, worth.shown);
    const ClassByShown otherShown = byShown(otherCounts, worth.shown);
    const bool hasPart = own.answered[1].sum() > 0.0;
    for (const Eigen::Index good : noAndYes) {
        const double uses = counts.col(good).sum() + own.failed[good];
        const double otherUses = otherCounts.col(good).sum() + other.failed[good];
        factors.share[good] = uses / (counts.sum() + own.failed.sum());
        const DropSums &part = hasPart ? own : other;
        factors.partShare[good] =
                ratio(part.answered[1].col(good).sum(), part.sound().col(good).sum(), 0.0, 0.0);
        factors.faultShare[good] =
                ratio(own.answered[2].col(good).sum(), counts.col(good).sum(),
                      other.answered[2].col(good).sum(), otherCounts.col(good).sum());
        factors.failed[good] = ratio(own.failed[good], uses, other.failed[good], otherUses);
        factors.failedMeasure[good] = ratio(own.failedMeasure[good], own.failed[good],
                                            other.failedMeasure[good], other.failed[good]);
        for (const Eigen::Index is : noAndYes)
            factors.waiting(good, is) = ratio(own.waiting(good, is), shown(good, is),
                                              other.waiting(good, is), otherShown(good, is));
    }
    return factors;
}

StratifiedMean strataOf(const DropFactors &factors, const OwnWorth &worth)
{
    StratifiedMean strata{Eigen::ArrayXd::Zero(factors.scores.rows()),
                          Eigen::ArrayXd::Zero(factors.scores.rows())};
    for (Eigen::Index bin = 0; bin < factors.scores.rows(); ++bin) {
        const Eigen::Index shown = worth.shown[static_cast<std::size_t>(bin)] ? 1 : 0;
        for (const Eigen::Index good : noAndYes) {
            const double share =
                    factors.share[good] * (1.0 - factors.failed[good]) * factors.scores(bin, good);
            strata.share[bin] += share;
            strata.sum[bin] += share * (worth.worth(good, shown) + factors.waiting(good, shown));
        }
    }
    return strata;
}

double measureOf(const DropFactors &factors, const OwnWorth &worth)
{
    return strataOf(factors, worth).sum.sum()
            + (factors.share * factors.failed * factors.failedMeasure).sum();
}

} // namespace oneinn
