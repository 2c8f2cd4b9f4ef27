// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/index/rowsums.h"
#include "core/predictions/budgetslice.h"
#include "core/units.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace oneinn {

/// Where a threshold may part a slice's rows, from the highest score down: the rows before a cut
/// are shown. The first cut shows nothing. Refers to the slice.
class ThresholdCuts {
public:
    /// Up to so many, every threshold that decides otherwise has its cut; above, evenly many of
    /// them. With ten million rows, two neighbours then differ by some 150 of them.
    static constexpr std::size_t usualMost = 65536;

    /// always: thresholds that have a cut of their own in any case.
    ThresholdCuts(const BudgetSlice &slice, const std::vector<Threshold> &always,
                  std::size_t most = usualMost);

    std::size_t size() const { return m_positions.size(); }
    /// How many rows of the slice's order are before the cut; on-time ones among them are shown.
    std::size_t position(std::size_t cut) const { return m_positions[cut]; }
    /// Of a threshold that has one (asserted).
    std::size_t cutOf(Threshold threshold) const;
    /// Those that part the rows there.
    ThresholdInterval thresholds(std::size_t cut) const;
    /// Summed weights shown at every cut.
    std::vector<ClassWeights> shown() const;
    const BudgetSlice &slice() const { return m_slice; }

private:
    std::size_t placeOf(Threshold threshold) const;

    const BudgetSlice &m_slice;
    std::vector<std::uint32_t> m_positions; ///< rising
};

/// Calls visit(position) behind every group of equal scores that holds an on-time row, from the
/// highest score down: each is a decision of its own.
template<typename Visit> void forEachDecisionEnd(const BudgetSlice &slice, const Visit &visit)
{
    const ScoreOrder &order = slice.order();
    const std::int32_t *key = order.latencyKeys();
    const std::int32_t end = slice.onTimeRanks().end;
    bool any = false;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (any && order.firstOfTie(i)) {
            visit(i);
            any = false;
        }
        any = any || key[i] < end;
    }
    if (any)
        visit(order.size());
}

} // namespace oneinn
