// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/doubts/thresholdcuts.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace oneinn {

ThresholdCuts::ThresholdCuts(const BudgetSlice &slice, const std::vector<Threshold> &always,
                             std::size_t most)
    : m_slice(slice)
{
    assert(most > 0);
    std::size_t decisions = 0;
    forEachDecisionEnd(slice, [&](std::size_t) { ++decisions; });
    const std::size_t every = std::max<std::size_t>(1, (decisions + most - 1) / most);
    m_positions.push_back(0);
    std::size_t seen = 0;
    forEachDecisionEnd(slice, [&](std::size_t position) {
        ++seen;
        if (seen % every == 0 || seen == decisions)
            m_positions.push_back(static_cast<std::uint32_t>(position));
    });
    for (const Threshold threshold : always)
        m_positions.push_back(static_cast<std::uint32_t>(placeOf(threshold)));
    std::sort(m_positions.begin(), m_positions.end());
    m_positions.erase(std::unique(m_positions.begin(), m_positions.end()), m_positions.end());
}

std::size_t ThresholdCuts::placeOf(Threshold threshold) const
{
    const double lowestShown = m_slice.sameDecisions(threshold).high;
    return std::isinf(lowestShown) && lowestShown > 0.0 ? 0
                                                        : m_slice.order().firstBelow(lowestShown);
}

std::size_t ThresholdCuts::cutOf(Threshold threshold) const
{
    const auto place = static_cast<std::uint32_t>(placeOf(threshold));
    const auto found = std::lower_bound(m_positions.begin(), m_positions.end(), place);
    assert(found != m_positions.end() && *found == place);
    return static_cast<std::size_t>(found - m_positions.begin());
}

ThresholdInterval ThresholdCuts::thresholds(std::size_t cut) const
{
    return m_slice.sameDecisions(m_positions[cut] == 0
                                         ? Threshold::alertOnNothing()
                                         : Threshold{m_slice.order().score(m_positions[cut] - 1)});
}

std::vector<ClassWeights> ThresholdCuts::shown() const
{
    const ScoreOrder &order = m_slice.order();
    const std::int32_t *key = order.latencyKeys();
    const double *weight = order.weights();
    const std::int32_t end = m_slice.onTimeRanks().end;
    std::vector<ClassWeights> result;
    result.reserve(size());
    ClassWeights sums;
    std::size_t from = 0;
    for (const std::uint32_t position : m_positions) {
        for (; from < position; ++from) {
            if (key[from] < end)
                ((key[from] & 1) != 0 ? sums.positive : sums.negative) +=
                        weight ? weight[from] : 1.0;
        }
        result.push_back(sums);
    }
    return result;
}

} // namespace oneinn
