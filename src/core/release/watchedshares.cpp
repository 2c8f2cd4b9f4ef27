// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/release/watchedshares.h"

#include "core/assessment.h"

#include <algorithm>

namespace oneinn {

namespace {

std::optional<double> targetOf(const Targets &targets, Share share)
{
    switch (share) {
    case Share::WrongOfShown:
        return targets.wrongOfShown;
    case Share::Missed:
        return targets.missed;
    case Share::Left:
        return targets.gone;
    default:
        return std::nullopt;
    }
}

void setLimits(WatchedShare &watched, const std::optional<VolumeLimits> &limits)
{
    if (!limits)
        return;
    watched.atMost = std::min(1.0, watched.expected * (1.0 + limits->halfWidth));
    if (watched.share == Share::Shown && limits->halfWidth < 1.0)
        watched.atLeast = watched.expected * (1.0 - limits->halfWidth);
}

std::optional<WatchedShare> watchedShare(const Assessment &assessment,
                                         const RollbackTrigger &trigger, Share share)
{
    const auto found = assessment.experience[share];
    if (!found || found->reliability != Reliability::Stated)
        return std::nullopt;
    WatchedShare watched{.share = share, .expected = found->value, .interval = found->interval};
    if (const auto effect = assessment.experience.shares.effectOf(share))
        watched.designEffect = std::max(1.0, effect->designEffect);
    if (const auto target = targetOf(assessment.scenario.targets, share)) {
        watched.atMost = target;
        watched.isTarget = true;
    } else if (share == Share::Shown) {
        setLimits(watched, trigger.shown);
    } else if (share == Share::Late) {
        setLimits(watched, trigger.late);
    } else if (share != Share::Left) {
        const double usual = found->value > 0.0 ? found->value : found->interval.high;
        watched.atMost = badShare(usual);
    }
    const bool saysAnything = (watched.atMost && *watched.atMost < 1.0) || watched.atLeast;
    return saysAnything ? std::optional(watched) : std::nullopt;
}

} // namespace

std::vector<WatchedShare> watchedShares(const Assessment &assessment,
                                        const RollbackTrigger &trigger)
{
    std::vector<WatchedShare> watched;
    for (const Share share :
         {Share::WrongOfShown, Share::Missed, Share::Late, Share::Shown, Share::Left}) {
        if (const auto one = watchedShare(assessment, trigger, share))
            watched.push_back(*one);
    }
    return watched;
}

std::optional<PromisedShare> promisedOf(const WatchedShare &watched, const Shares &shares,
                                        bool least)
{
    const auto &limit = least ? watched.atLeast : watched.atMost;
    if (!limit || !shares[watched.share])
        return std::nullopt;
    const ShareKind &kind = kindOf(watched.share);
    const Tally yes = shares.uses().of(kind.yes);
    const Tally no = shares.uses().of(denominatorOf(kind).without(kind.yes));
    return PromisedShare{.yes = least ? no : yes,
                         .no = least ? yes : no,
                         .clusters = shares.effectOf(watched.share),
                         .atMost = least ? 1.0 - *limit : *limit,
                         .told = shares[watched.share]};
}

} // namespace oneinn
