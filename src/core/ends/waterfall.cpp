// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ends/waterfall.h"

namespace oneinn {

Tally Waterfall::of(UseParts parts) const
{
    Tally sum;
    for (std::size_t i = 0; i < useParts; ++i) {
        if (parts.contains(static_cast<UsePart>(i)))
            sum += m_parts[i];
    }
    return sum;
}

Waterfall Waterfall::rebased(const ClassFactors &factors) const
{
    Waterfall result;
    for (std::size_t i = 0; i < useParts; ++i)
        result.m_parts[i] = m_parts[i].scaled(
                ofGoodOnes.contains(static_cast<UsePart>(i)) ? factors.positive : factors.negative);
    for (const bool good : {false, true}) {
        const double factor = good ? factors.positive : factors.negative;
        result.leaving(good).once = leaving(good).once * factor * factor;
        result.leaving(good).twice = leaving(good).twice * factor * factor;
    }
    return result;
}

} // namespace oneinn
