// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/reviewwatch.h"

#include "core/decision/volumelimits.h"
#include "core/targets/capacity.h"

#include <algorithm>

namespace oneinn {

namespace {

Tally shownIn(const Shares &shares)
{
    return shares.uses().of(kindOf(Share::Shown).yes);
}

} // namespace

ReviewedUses reviewedUses(const Shares &from, const Shares &to)
{
    const ShareKind &shown = kindOf(Share::Shown);
    const Tally all = from.uses().of(denominatorOf(shown));
    ReviewedUses uses;
    uses.yes = shownIn(from) - shownIn(to);
    uses.no = all - uses.yes;
    const auto begins = from.effectOf(Share::Shown);
    const auto ends = to.effectOf(Share::Shown);
    uses.clusters = begins && ends && ends->designEffect > begins->designEffect ? ends : begins;
    return uses;
}

std::optional<ReviewedLimit> reviewedLimit(const ReviewAnswer &answer,
                                           const ReviewQuestion &question)
{
    const double expected = answer.decided * answer.band.reviewed;
    if (expected <= 0.0)
        return std::nullopt;
    const Reviewer &reviewer = question.reviewer;
    if (reviewer.isScarce())
        return ReviewedLimit{
                std::min(1.0, largestMeanFor(*reviewer.reviewsPerDay) / *reviewer.usesPerDay),
                true};
    const double halfWidth = roundVolumeLimits(expected, Watched::MoreOnly).halfWidth;
    return ReviewedLimit{std::min(1.0, expected * (1.0 + halfWidth)), false};
}

} // namespace oneinn
