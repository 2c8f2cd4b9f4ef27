// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/segments/worthofparts.h"

#include "core/usesanswer.h"

namespace oneinn {

WorthOfParts::WorthOfParts(const OutcomeValues &values)
    : m_late(values.late())
{
    for (std::size_t i = 0; i < useParts; ++i) {
        const auto part = static_cast<UsePart>(i);
        if (!allUses.contains(part))
            continue;
        Waterfall one;
        one[part] = {1.0, 1.0, 1.0};
        m_worth[i] = valuePerUse(one, values).value_or(0.0);
    }
}

double WorthOfParts::of(const SummedEnd &use) const
{
    const double there = use.parts.unansweredGood ? m_late : worth(use.parts.ifThere);
    if (!use.parts.byTime)
        return there;
    return use.staying * there + (1.0 - use.staying) * worth(use.parts.ifGone);
}

} // namespace oneinn
