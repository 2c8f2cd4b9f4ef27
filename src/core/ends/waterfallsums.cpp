// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ends/waterfallsums.h"

#include <algorithm>
#include <cassert>
#include <cstddef>

namespace oneinn {

void WaterfallSums::addWaited(const EndParts &parts, bool decided, const Tally &all)
{
    if (!parts.byTime) {
        m_parts[parts.ifThere] += all;
        return;
    }
    m_parts[*parts.byTime] += all;
    if (decided) {
        const auto *const place = std::find(pooled.begin(), pooled.end(), parts.ifThere);
        assert(place != pooled.end());
        Pool &pool = m_pools[static_cast<std::size_t>(place - pooled.begin())];
        pool.all += all;
        pool.staying += all.weight;
        return;
    }
    m_parts[parts.ifThere] += all;
    if (parts.unansweredGood)
        m_parts[UsePart::UnansweredGood] += all;
}

void WaterfallSums::add(const SummedEnd &use)
{
    const Tally one{1.0, use.weight, use.weight * use.weight};
    if (!use.parts.byTime) {
        m_parts[use.parts.ifThere] += one;
        return;
    }
    m_parts[*use.parts.byTime] += one;
    m_parts.leaving(goodUses.contains(use.parts.ifThere)).add(one.squaredWeight, 1.0 - use.staying);
    if (use.decided) {
        const auto *const place = std::find(pooled.begin(), pooled.end(), use.parts.ifThere);
        assert(place != pooled.end());
        Pool &pool = m_pools[static_cast<std::size_t>(place - pooled.begin())];
        pool.all += one;
        pool.staying += one.weight * use.staying;
        return;
    }
    m_parts[use.parts.ifThere] += one.part(use.staying);
    if (use.parts.unansweredGood)
        m_parts[UsePart::UnansweredGood] += one.part(use.staying);
    m_parts[use.parts.ifGone] += one.part(1.0 - use.staying);
}

WaterfallSums &WaterfallSums::operator+=(const WaterfallSums &other)
{
    for (std::size_t i = 0; i < useParts; ++i)
        m_parts[static_cast<UsePart>(i)] += other.m_parts[static_cast<UsePart>(i)];
    for (const bool good : {false, true})
        m_parts.leaving(good) += other.m_parts.leaving(good);
    for (std::size_t i = 0; i < m_pools.size(); ++i) {
        m_pools[i].all += other.m_pools[i].all;
        m_pools[i].staying += other.m_pools[i].staying;
    }
    return *this;
}

Waterfall WaterfallSums::waterfall() const
{
    Waterfall result = m_parts;
    std::array<Pool, 2> classes; // [good]
    for (std::size_t i = 0; i < m_pools.size(); ++i) {
        const Pool &pool = m_pools[i];
        result[pooled[i]] += pool.all.partWeighing(pool.staying);
        Pool &all = classes[goodUses.contains(pooled[i])];
        all.all += pool.all;
        all.staying += pool.staying;
    }
    for (const bool good : {false, true}) {
        const Pool &all = classes[good];
        result[good ? UsePart::GoneGood : UsePart::GoneBad] +=
                all.all.partWeighing(all.all.weight - all.staying);
    }
    return result;
}

} // namespace oneinn
