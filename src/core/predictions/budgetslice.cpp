// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/budgetslice.h"

#include "core/index/binscan.h"
#include "core/infinity.h"
#include "core/predictions/predictionindex.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace oneinn {

namespace {

ClassTallies operator+(const ClassTallies &a, const ClassTallies &b)
{
    return {a.positive + b.positive, a.negative + b.negative};
}

/// A sweep that grows row by row.
class SweepBuilder {
public:
    SweepBuilder(const CumulativeBins &onTime, const ClassTallies &late, bool isOfBins)
        : m_isOfBins(isOfBins)
        , m_positives(onTime.weight(true, onTime.bins()) + late.positive.weight)
        , m_negatives(onTime.weight(false, onTime.bins()) + late.negative.weight)
    {
    }
    void add(double threshold, double tp, double fp)
    {
        m_threshold.push_back(threshold);
        m_tp.push_back(tp);
        m_fp.push_back(fp);
    }
    ThresholdSweep sweep() const
    {
        return {column(m_threshold), column(m_tp), column(m_fp),
                m_positives,         m_negatives,  m_isOfBins};
    }

private:
    static Eigen::ArrayXd column(const std::vector<double> &values)
    {
        return Eigen::Map<const Eigen::ArrayXd>(values.data(),
                                                static_cast<Eigen::Index>(values.size()));
    }

    std::vector<double> m_threshold, m_tp, m_fp;
    bool m_isOfBins;
    double m_positives;
    double m_negatives;
};

} // namespace

const ScoreOrder &BudgetSlice::order() const
{
    return m_index->order();
}

ClassTallies BudgetSlice::lateBins(std::size_t bin) const
{
    if (m_lateRanks.begin >= m_lateRanks.end)
        return {};
    const CumulativeBins &known = m_index->knownLatency();
    return {known.tally(true, bin) - m_onTime.tally(true, bin),
            known.tally(false, bin) - m_onTime.tally(false, bin)};
}

ClassTallies BudgetSlice::before(std::size_t position, bool late) const
{
    if (late && m_lateRanks.begin >= m_lateRanks.end)
        return {};
    const bool all = position == order().size();
    const std::size_t bin = all ? order().bins() : order().binOf(position);
    const ClassTallies whole = late
            ? lateBins(bin)
            : ClassTallies{m_onTime.tally(true, bin), m_onTime.tally(false, bin)};
    if (all)
        return whole;
    return whole
            + talliesBetween(order(), late ? m_lateRanks : m_onTimeRanks, order().binBegin(bin),
                             position);
}

OperatingCounts BudgetSlice::counts(Threshold threshold) const
{
    const std::size_t end = order().firstBelow(threshold.value);
    const ClassTallies shown = before(end, false);
    const ClassTallies caught = before(end, true);
    const ClassTallies late = lateBins(m_onTime.bins());
    return {.tp = shown.positive,
            .fp = shown.negative,
            .fn = m_onTime.tally(true, m_onTime.bins()) - shown.positive,
            .tn = m_onTime.tally(false, m_onTime.bins()) - shown.negative,
            .latePositive = late.positive,
            .lateNegative = late.negative,
            .latePositiveCaught = caught.positive,
            .lateNegativeCaught = caught.negative};
}

std::vector<StratumCounts> BudgetSlice::strataCounts(Threshold threshold) const
{
    const std::size_t strata = m_index->strata().size();
    const std::size_t end = order().firstBelow(threshold.value);
    const std::size_t bin = end == order().size() ? order().bins() : order().binOf(end);
    const std::size_t firstBin =
            bin == order().bins() ? bin : bin - bin % m_onTime.binsPerStratumSum();
    std::array<ClassWeights, mostStrata> part{};
    // Counts can be taken away from the nearer end of the bin without loss; weights cannot.
    const bool fromBelow = bin < order().bins() && !order().weighted()
            && order().binEnd(bin) - end < end - order().binBegin(bin);
    if (fromBelow)
        part = strataBetween(order(), m_onTimeRanks, end, order().binEnd(bin));
    else if (bin < order().bins())
        part = strataBetween(order(), m_onTimeRanks, order().binBegin(firstBin), end);
    const auto shown = [&](std::size_t s, bool positive) {
        const double there = positive ? part[s].positive : part[s].negative;
        return fromBelow ? m_onTime.stratumWeight(s, positive, bin + 1) - there
                         : m_onTime.stratumWeight(s, positive, firstBin) + there;
    };

    std::vector<StratumCounts> result(strata);
    const std::size_t bins = m_onTime.bins();
    for (std::size_t s = 0; s < strata; ++s) {
        const double positive = m_onTime.stratumWeight(s, true, bins);
        const double negative = m_onTime.stratumWeight(s, false, bins);
        result[s].onTime = {shown(s, true), shown(s, false),
                            std::max(0.0, positive - shown(s, true)),
                            std::max(0.0, negative - shown(s, false))};
        if (m_lateRanks.begin >= m_lateRanks.end)
            continue;
        const CumulativeBins &known = m_index->knownLatency();
        result[s].latePositive = std::max(0.0, known.stratumWeight(s, true, bins) - positive);
        result[s].lateNegative = std::max(0.0, known.stratumWeight(s, false, bins) - negative);
    }
    return result;
}

bool BudgetSlice::onTimeAt(std::size_t position) const
{
    return order().latencyKeys()[position] < m_onTimeRanks.end;
}

std::size_t BudgetSlice::firstOnTimeFrom(std::size_t position) const
{
    while (position < order().size()) {
        const std::size_t bin = order().binOf(position);
        const std::size_t end = order().binEnd(bin);
        if (m_onTime.anyIn(bin)) {
            while (position < end && !onTimeAt(position))
                ++position;
            if (position < end)
                return position;
        }
        position = end;
    }
    return position;
}

std::optional<std::size_t> BudgetSlice::lastOnTimeBefore(std::size_t position) const
{
    while (position > 0) {
        const std::size_t bin = order().binOf(position - 1);
        const std::size_t begin = order().binBegin(bin);
        if (m_onTime.anyIn(bin)) {
            while (position > begin && !onTimeAt(position - 1))
                --position;
            if (position > begin)
                return position - 1;
        }
        position = begin;
    }
    return std::nullopt;
}

ThresholdInterval BudgetSlice::sameDecisions(Threshold threshold) const
{
    const std::size_t end = order().firstBelow(threshold.value);
    const std::size_t below = firstOnTimeFrom(end);
    const auto above = lastOnTimeBefore(end);
    return {below < order().size() ? order().score(below) : -infinity,
            above ? order().score(*above) : infinity, index().predictions()->isScoredByBins()};
}

Threshold BudgetSlice::stepped(Threshold from, int steps) const
{
    ThresholdInterval here = sameDecisions(from);
    for (; steps < 0 && here.low > -infinity; ++steps)
        here = sameDecisions({here.low});
    for (; steps > 0 && here.high < infinity; --steps) {
        const auto above = lastOnTimeBefore(order().firstNotAbove(here.high));
        here.high = above ? order().score(*above) : infinity;
    }
    return {here.high};
}

std::optional<Threshold> BudgetSlice::showingAll() const
{
    const auto last = lastOnTimeBefore(order().size());
    if (!last)
        return std::nullopt;
    return Threshold{order().score(*last)};
}

ThresholdSweep BudgetSlice::vertices() const
{
    SweepBuilder builder(m_onTime, lateBins(m_onTime.bins()),
                         m_index->predictions()->isScoredByBins());
    for (std::size_t bin = 0; bin < m_onTime.bins(); ++bin) {
        if (m_onTime.anyIn(bin))
            builder.add(order().binLow(bin), m_onTime.weight(true, bin + 1),
                        m_onTime.weight(false, bin + 1));
    }
    return builder.sweep();
}

ThresholdSweep BudgetSlice::points(const Interval &scores) const
{
    SweepBuilder builder(m_onTime, lateBins(m_onTime.bins()),
                         m_index->predictions()->isScoredByBins());
    const std::size_t begin = order().firstBelow(std::nextafter(scores.high, infinity));
    const std::size_t end = order().firstBelow(scores.low);
    if (begin < end) {
        const std::size_t lastBin = order().binOf(end - 1);
        for (std::size_t bin = order().binOf(begin); bin <= lastBin; ++bin) {
            if (!m_onTime.anyIn(bin))
                continue;
            scanBin(
                    *this, bin, [](const PointRange &) { return true; },
                    [&](std::size_t position, double tp, double fp) {
                        if (position >= begin && position < end)
                            builder.add(order().score(position), tp, fp);
                    });
        }
    }
    return builder.sweep();
}

ThresholdSweep BudgetSlice::sweep() const
{
    return points({-infinity, infinity});
}

} // namespace oneinn
