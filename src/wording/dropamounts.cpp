// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/dropamounts.h"

#include "core/periods/visiblemix.h"

#include "wording/dropnames.h"
#include "wording/dropnumbers.h"
#include "wording/numbers.h"

#include <algorithm>
#include <cmath>

namespace oneinn::wording {

using namespace Qt::StringLiterals;

namespace {

constexpr double largeFrom = 0.1; ///< of the largest amount

double sizeOf(const DropAmount &amount)
{
    return amount.cause ? std::abs(dropPerThousand(amount.amount)) : 0.0;
}

} // namespace

const DropAmount *amountOf(const DropFinding &finding, const DropWaterfall &waterfall)
{
    const bool isOfCells = isFaultOfUses(finding);
    const bool isOfScale = finding.cause == DropCause::UnitOrSchema && finding.column == "score"
            && !finding.ofFeature;
    if (layerOf(finding.cause) == DropLayer::Data && !isOfCells && !isOfScale)
        return nullptr;
    const auto found = std::ranges::find_if(waterfall.amounts, [&](const DropAmount &amount) {
        // Faults of several columns are one amount.
        return isOfCells ? amount.cause && layerOf(*amount.cause) == DropLayer::Data
                        && amount.cause != DropCause::UnitOrSchema
                         : amount.cause == finding.cause && amount.value == finding.value;
    });
    const bool any = found != waterfall.amounts.end() && found->amount != 0.0;
    return any ? &*found : nullptr;
}

bool isLarge(const DropAmount &amount, const Dropped &dropped)
{
    double largest = 0.0;
    for (const DropAmount &each : dropped.waterfall.amounts)
        largest = std::max(largest, sizeOf(each));
    return sizeOf(amount) > 0.0 && sizeOf(amount) >= largeFrom * largest;
}

DropFinding besideAmounts(DropFinding finding, const DropWaterfall &waterfall)
{
    if (finding.cause == DropCause::ScoreMix && !isVisibleMix(finding)
        && meansSomethingElse(waterfall))
        finding.withOthers = true;
    return finding;
}

bool countsForNothing(const DropFinding &finding, const DropWaterfall &waterfall)
{
    const auto waits = std::ranges::find(waterfall.amounts, std::optional(DropCause::Waits),
                                         &DropAmount::cause);
    return finding.cause == DropCause::Waits && waits != waterfall.amounts.end()
            && waits->amount == 0.0 && waits->interval == Interval{};
}

bool coversNone(const DropAmount &amount)
{
    return amount.interval.low <= 0.0 && amount.interval.high >= 0.0;
}

std::vector<DropAmount> largestAmounts(const Dropped &dropped)
{
    std::vector<DropAmount> large;
    std::ranges::copy_if(dropped.waterfall.amounts, std::back_inserter(large),
                         [&](const DropAmount &amount) {
                             return isLarge(amount, dropped) && !coversNone(amount);
                         });
    std::ranges::stable_sort(large, std::ranges::greater(), sizeOf);
    return large;
}

QString largestPartText(const Dropped &dropped)
{
    const std::vector<DropAmount> &amounts = dropped.waterfall.amounts;
    if (dropped.diagnosis.found.size() < 2)
        return {};
    const auto largest = std::ranges::max_element(amounts, {}, sizeOf);
    if (largest == amounts.end() || sizeOf(*largest) == 0.0)
        return {};
    const QString named =
            u"%1, %2"_s.arg(dropAmountName(*largest), DropNumbers(dropped).of(*largest));
    const auto &sure = dropped.diagnosis.change;
    const double change = dropped.waterfall.change;
    if (sure && sure->low <= 0.0 && sure->high >= 0.0)
        return u"the whole change may be chance alone; the largest of the parts that offset each other is "_s
                + named;
    if (largest->amount * change < 0.0)
        return u"parts offset each other; the largest goes against the change itself: "_s + named;
    const bool most = 2.0 * std::abs(largest->amount) > std::abs(change);
    return (most ? u"most of it is "_s : u"the largest part is "_s) + named;
}

} // namespace oneinn::wording
