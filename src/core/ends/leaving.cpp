// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/ends/leaving.h"

namespace oneinn {

std::optional<ClusterEffect> effectOfLeaving(const Waterfall &uses, const ShareKind &kind)
{
    if (!goneUses.containsAll(kind.yes))
        return std::nullopt;
    const UseParts of = denominatorOf(kind);
    const Tally gone = uses.of(kind.yes);
    const Tally all = uses.of(of);
    const double share = all.weight > 0.0 ? gone.weight / all.weight : 0.0;
    if (all.rows < 2.0 || !(share > 0.0 && share < 1.0))
        return std::nullopt;
    ChanceSquares chances;
    for (const bool good : {false, true}) {
        if (!kind.yes.contains(good ? UsePart::GoneGood : UsePart::GoneBad))
            continue;
        chances.once += uses.leaving(good).once;
        chances.twice += uses.leaving(good).twice;
    }
    double squares = chances.twice - 2.0 * share * chances.once + share * share * all.squaredWeight;
    // What is left of a sum that cancels is rounding.
    constexpr double rounding = 1e-13;
    if (squares <= rounding * all.squaredWeight)
        squares = 0.0;
    const double variance = all.rows / (all.rows - 1.0) * squares / (all.weight * all.weight);
    return ClusterEffect{.designEffect = effectiveRows(gone, uses.of(of.without(kind.yes)))
                                 * variance / (share * (1.0 - share)),
                         .clusters = 0.0,
                         .effectiveClusters = all.rows,
                         .ofChances = true};
}

} // namespace oneinn
