// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/index/nearbestsearch.h"

#include "core/index/rowsums.h"
#include "core/index/scoreorder.h"
#include "core/infinity.h"

#include <algorithm>
#include <optional>

namespace oneinn {

namespace {

UsesBetween restatedUses(const ClassTallies &rows, const ClassFactors &factors)
{
    return {rows.positive.scaled(factors.positive), rows.negative.scaled(factors.negative)};
}

/// On-time rows before a position.
ClassTallies onTimeBefore(const BudgetSlice &slice, std::size_t position)
{
    const ScoreOrder &order = slice.order();
    if (order.size() == 0)
        return {};
    const std::size_t bin = position < order.size() ? order.binOf(position) : order.bins();
    ClassTallies rows{slice.onTime().tally(true, bin), slice.onTime().tally(false, bin)};
    if (bin < order.bins()) {
        const ClassTallies part =
                talliesBetween(order, slice.onTimeRanks(), order.binBegin(bin), position);
        rows.positive += part.positive;
        rows.negative += part.negative;
    }
    return rows;
}

/// Thresholds as cuts: the rows before a position are shown.
class NearBestSearch {
public:
    NearBestSearch(const BudgetSlice &slice, const ClassFactors &factors, const NearBestRule &rule,
                   std::size_t best)
        : m_slice(slice)
        , m_order(slice.order())
        , m_factors(factors)
        , m_rule(rule)
        , m_best(best)
        , m_atBest(onTimeBefore(slice, best))
        , m_lowest(best)
        , m_highest(best)
    {
    }

    NearBest range()
    {
        findLowest();
        findHighest();
        findMostLost();
        return rangeOfCuts(m_slice, m_lowest, m_highest, m_mostLost);
    }

private:
    /// The cuts of a bin beyond the best, the farther end among them.
    struct Stretch {
        std::size_t begin;
        std::size_t end;
        bool shown; ///< rows that the best does not show
    };

    Stretch below(std::size_t bin) const
    {
        return {std::max(m_order.binBegin(bin), m_best), m_order.binEnd(bin), true};
    }
    Stretch above(std::size_t bin) const
    {
        return {m_order.binBegin(bin), std::min(m_order.binEnd(bin), m_best), false};
    }
    UsesBetween least(const Stretch &s) const { return between(s.shown ? s.begin : s.end); }
    UsesBetween most(const Stretch &s) const { return between(s.shown ? s.end : s.begin); }

    UsesBetween between(std::size_t cut) const
    {
        const ClassTallies rows = onTimeBefore(m_slice, cut);
        return restatedUses(cut > m_best ? ClassTallies{rows.positive - m_atBest.positive,
                                                        rows.negative - m_atBest.negative}
                                         : ClassTallies{m_atBest.positive - rows.positive,
                                                        m_atBest.negative - rows.negative},
                            m_factors);
    }

    void findLowest()
    {
        for (std::size_t bin = m_order.bins(); bin-- > 0 && m_order.binEnd(bin) > m_best;) {
            if (const auto cut = farthestNear(below(bin))) {
                m_lowest = *cut;
                return;
            }
        }
    }

    void findHighest()
    {
        for (std::size_t bin = 0; bin < m_order.bins() && m_order.binBegin(bin) < m_best; ++bin) {
            if (const auto cut = farthestNear(above(bin))) {
                m_highest = *cut;
                return;
            }
        }
    }

    std::optional<std::size_t> farthestNear(const Stretch &stretch) const
    {
        std::optional<std::size_t> farthest;
        if (m_rule.areFar(least(stretch), most(stretch), stretch.shown))
            return farthest;
        visit(stretch, [&](std::size_t cut, const UsesBetween &sums) {
            if (m_rule.isNear(sums, stretch.shown))
                farthest = cut;
        });
        return farthest;
    }

    void findMostLost()
    {
        for (std::size_t bin = 0; bin < m_order.bins(); ++bin) {
            if (m_order.binEnd(bin) > m_best)
                lookForLoss(below(bin));
            if (m_order.binBegin(bin) < m_best)
                lookForLoss(above(bin));
        }
    }

    void lookForLoss(Stretch stretch)
    {
        stretch.begin = std::max(stretch.begin, m_highest);
        stretch.end = std::min(stretch.end, m_lowest);
        if (stretch.begin >= stretch.end)
            return;
        if (m_rule.mostLost(least(stretch), most(stretch), stretch.shown) <= m_mostLost)
            return;
        visit(stretch, [&](std::size_t, const UsesBetween &sums) {
            m_mostLost = std::max(m_mostLost, m_rule.loss(sums, stretch.shown));
        });
    }

    void addRow(std::size_t position, UsesBetween &sums) const
    {
        if (!isOnTime(m_slice, position))
            return;
        const double weight = m_order.weights() ? m_order.weights()[position] : 1.0;
        const bool positive = m_order.positive(position);
        const double restated = weight * (positive ? m_factors.positive : m_factors.negative);
        (positive ? sums.positive : sums.negative) += Tally{1.0, restated, restated * restated};
    }

    /// Calls see(cut, uses between) for every cut, away from the best.
    template<typename See> void visit(const Stretch &stretch, const See &see) const
    {
        UsesBetween sums = least(stretch);
        for (std::size_t i = 0; i < stretch.end - stretch.begin; ++i) {
            const std::size_t row = stretch.shown ? stretch.begin + i : stretch.end - 1 - i;
            addRow(row, sums);
            const std::size_t cut = stretch.shown ? row + 1 : row;
            if (cut >= m_order.size() || m_order.firstOfTie(cut))
                see(cut, sums);
        }
    }

    const BudgetSlice &m_slice;
    const ScoreOrder &m_order;
    ClassFactors m_factors;
    const NearBestRule &m_rule;
    std::size_t m_best;
    ClassTallies m_atBest;
    std::size_t m_lowest;
    std::size_t m_highest;
    double m_mostLost = 0.0;
};

/// The score of the last on-time row before a cut: the highest threshold that decides so.
double lastShown(const BudgetSlice &slice, std::size_t cut)
{
    while (cut > 0 && !isOnTime(slice, cut - 1))
        --cut;
    return cut > 0 ? slice.order().score(cut - 1) : infinity;
}

} // namespace

bool isOnTime(const BudgetSlice &slice, std::size_t position)
{
    return slice.order().latencyKeys()[position] < slice.onTimeRanks().end;
}

NearBest rangeOfCuts(const BudgetSlice &slice, std::size_t lowest, std::size_t highest,
                     double mostLost)
{
    // Everything may be shown where no row that is left would change anything.
    const bool all = slice.firstOnTimeFrom(lowest) >= slice.order().size();
    return {all ? -infinity : lastShown(slice, lowest), lastShown(slice, highest), mostLost};
}

NearBest nearBest(const BudgetSlice &slice, const ClassFactors &factors, const ValueGain &gain,
                  Threshold best, const Tally &uses)
{
    const std::size_t cut = slice.order().firstBelow(best.value);
    const UsesBetween shown = restatedUses(onTimeBefore(slice, cut), factors);
    const NearBestRule rule(gain, uses,
                            std::max(0.0, gain(shown.positive.weight, shown.negative.weight)));
    return holding(NearBestSearch(slice, factors, rule, cut).range(), best.value);
}

} // namespace oneinn
