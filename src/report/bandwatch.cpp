// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report/bandwatch.h"

#include "core/review/reviewwatch.h"

#include <algorithm>

namespace oneinn::report {

std::vector<WatchedShare> bandShares(const BandAssessed &band, const RollbackTrigger &trigger)
{
    const auto isMissed = [](const WatchedShare &watched) {
        return watched.share == Share::Missed;
    };
    auto watched = watchedShares(band.to, trigger);
    std::erase_if(watched, isMissed);
    for (const WatchedShare &one : watchedShares(band.from, rollbackTrigger(band.from))) {
        if (isMissed(one))
            watched.push_back(one);
    }
    return watched;
}

std::optional<WatchedShare> reviewedShare(const BandAssessed &band)
{
    const ReviewedUses uses = reviewedUses(band.from.experience.shares, band.to.experience.shares);
    const auto share = proportion(uses.yes, uses.no, uses.clusters);
    const auto limit = reviewedLimit(*band.review.answer, *band.review.question);
    if (!share || share->reliability != Reliability::Stated || !limit)
        return std::nullopt;
    WatchedShare watched{.expected = share->value, .interval = share->interval};
    watched.atMost = limit->atMost;
    watched.isTarget = limit->isTarget;
    if (uses.clusters)
        watched.designEffect = std::max(1.0, uses.clusters->designEffect);
    return watched;
}

} // namespace oneinn::report
