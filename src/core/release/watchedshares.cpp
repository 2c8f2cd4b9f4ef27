// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/release/watchedshares.h"

#include "core/assessment.h"
#include "core/predictions/predictions.h"

#include <algorithm>
#include <tuple>
#include <utility>

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

Tally rowsOf(double rows)
{
    return {rows, rows, rows};
}

/// Of all uses, those that end in something shown.
std::optional<std::pair<Tally, Tally>> shownOfAll(const Shares &shares, const LabelledUses &uses)
{
    const ShareKind &kind = kindOf(Share::Shown);
    const double ends = shares.uses().of(kind.yes).weight;
    const double others = shares.uses().of(denominatorOf(kind).without(kind.yes)).weight;
    const double labelled = uses.shownLabelled + uses.silentLabelled;
    if (!(uses.shownLabelled > 0.0) || !(ends + others > 0.0))
        return std::nullopt;
    const double all = uses.shownUses + uses.silentUses;
    const double byScore = uses.shownLabelled / labelled;
    const double endsShown = std::min(1.0, ends / (ends + others) / byScore);
    const double shown = uses.shownUses * endsShown;
    return std::pair(rowsOf(shown), rowsOf(all - shown));
}

/// Of all uses, with a label or without, as a check counts them.
void countAllShown(WatchedShare &watched, const Assessment &assessment)
{
    const Shares &shares = assessment.experience.shares;
    const Tally labelled = shares.uses().uses();
    if (!assessment.labels || labelled.weight != labelled.rows)
        return;
    const auto counted = shownOfAll(shares, assessment.labels->uses);
    if (!counted)
        return;
    const auto told = proportion(counted->first, counted->second, shares.effectOf(Share::Shown));
    watched.expected = told->value;
    watched.interval = told->interval;
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
        countAllShown(watched, assessment);
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

CheckedUses checkedUses(const Assessment &assessment, const Predictions &predictions)
{
    if (!assessment.labels || predictions.weight())
        return {};
    return {assessment.labels->uses};
}

std::optional<PromisedShare> promisedOf(const WatchedShare &watched, const Shares &shares,
                                        bool least, const CheckedUses &uses)
{
    const auto &limit = least ? watched.atLeast : watched.atMost;
    if (!limit)
        return std::nullopt;
    const ShareKind &kind = kindOf(watched.share);
    Tally yes = shares.uses().of(kind.yes);
    Tally no = shares.uses().of(denominatorOf(kind).without(kind.yes));
    const auto clusters = shares.effectOf(watched.share);
    auto told = shares[watched.share];
    if (watched.share == Share::Shown && uses.labels) {
        if (const auto all = shownOfAll(shares, *uses.labels)) {
            std::tie(yes, no) = *all;
            told = proportion(yes, no, clusters);
        }
    }
    if (!told)
        return std::nullopt;
    return PromisedShare{.yes = least ? no : yes,
                         .no = least ? yes : no,
                         .clusters = clusters,
                         .atMost = least ? 1.0 - *limit : *limit,
                         .told = told};
}

} // namespace oneinn
