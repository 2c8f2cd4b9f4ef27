// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/droprecoveries.h"

#include "core/periods/visiblemix.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace oneinn {

namespace {

DropRemedy remedyFor(DropCause cause, bool thresholdCosts)
{
    switch (cause) {
    case DropCause::Missing:
    case DropCause::UnitOrSchema:
    case DropCause::NewValues:
    case DropCause::Duplicates:
        return DropRemedy::MendData;
    case DropCause::LabelsLateOrSelective:
        return DropRemedy::AwaitLabels;
    case DropCause::BaseRate:
        return thresholdCosts ? DropRemedy::SetThreshold : DropRemedy::KeepThreshold;
    case DropCause::ScoreMix:
        return DropRemedy::CollectAndRetrain;
    case DropCause::Meaning:
        return DropRemedy::Retrain;
    case DropCause::Segment:
        return DropRemedy::MendSegment;
    case DropCause::Release:
        return DropRemedy::RollBack;
    case DropCause::Waits:
    case DropCause::Failures:
        return DropRemedy::AddCapacity;
    case DropCause::None:
    case DropCause::CannotTell:
        break;
    }
    return DropRemedy::DoNothing;
}

/// Its amount is there, and its interval holds none.
bool mayBeNone(DropCause cause, const DropWaterfall &waterfall)
{
    const auto amount =
            std::ranges::find(waterfall.amounts, std::optional(cause), &DropAmount::cause);
    return amount != waterfall.amounts.end() && amount->interval.low <= 0.0
            && amount->interval.high >= 0.0;
}

/// No number here depends on it at all.
bool makesNothing(DropCause cause, const DropWaterfall &waterfall)
{
    const auto amount =
            std::ranges::find(waterfall.amounts, std::optional(cause), &DropAmount::cause);
    return amount != waterfall.amounts.end() && amount->amount == 0.0
            && amount->interval == Interval{};
}

bool finds(const DropDiagnosis &diagnosis, DropCause cause)
{
    return std::ranges::find(diagnosis.found, cause, &DropFinding::cause) != diagnosis.found.end();
}

DropRemedy remedyOf(const DropFinding &finding, const DropDiagnosis &diagnosis,
                    const DropWaterfall &waterfall, bool thresholdCosts)
{
    if (finding.sameOrder)
        return DropRemedy::FollowScale;
    if (layerOf(finding.cause) != DropLayer::Drift)
        return finding.cause == DropCause::Waits && makesNothing(finding.cause, waterfall)
                ? DropRemedy::Watch
                : remedyFor(finding.cause, thresholdCosts);
    if (isVisibleMix(finding))
        return mayBeNone(finding.cause, waterfall) ? DropRemedy::Watch : DropRemedy::FollowMix;
    // Of both at once, what a score means decides: labels of new uses alone are not enough.
    const bool isBoth = finding.withOthers
            || (finds(diagnosis, DropCause::ScoreMix)
                && (finds(diagnosis, DropCause::Meaning) || meansSomethingElse(waterfall)));
    if (mayBeNone(isBoth ? DropCause::Meaning : finding.cause, waterfall))
        return DropRemedy::Watch;
    return isBoth ? DropRemedy::TraceModel : remedyFor(finding.cause, thresholdCosts);
}

std::vector<DropRemedy> inVainInsteadOf(const DropRecovery &recovery)
{
    switch (recovery.remedy) {
    case DropRemedy::MendData:
    case DropRemedy::MendSegment:
        return {DropRemedy::SetThreshold};
    case DropRemedy::AwaitLabels:
    case DropRemedy::AddCapacity:
        return {DropRemedy::Retrain};
    case DropRemedy::CollectAndRetrain:
    case DropRemedy::Retrain:
        return {DropRemedy::RollBack};
    case DropRemedy::FollowScale:
        return {DropRemedy::Retrain};
    case DropRemedy::FollowMix:
        return {DropRemedy::Retrain, DropRemedy::RollBack};
    case DropRemedy::SetThreshold:
    case DropRemedy::KeepThreshold:
        return recovery.mends.empty()
                ? std::vector<DropRemedy>()
                : std::vector<DropRemedy>{DropRemedy::Retrain, DropRemedy::RollBack};
    default:
        return {};
    }
}

bool isRetraining(DropRemedy remedy)
{
    return remedy == DropRemedy::Retrain || remedy == DropRemedy::CollectAndRetrain
            || remedy == DropRemedy::MendSegment;
}

bool advises(const std::vector<DropRecovery> &recoveries, DropRemedy remedy)
{
    return std::ranges::any_of(recoveries, [&](const DropRecovery &recovery) {
        return recovery.remedy == remedy || (isRetraining(remedy) && isRetraining(recovery.remedy));
    });
}

void add(std::vector<DropRecovery> &recoveries, DropRemedy remedy,
         std::optional<DropCause> mends = {})
{
    auto found = std::ranges::find(recoveries, remedy, &DropRecovery::remedy);
    if (found == recoveries.end())
        found = recoveries.insert(recoveries.end(), DropRecovery{.remedy = remedy});
    if (mends && std::ranges::find(found->mends, *mends) == found->mends.end())
        found->mends.push_back(*mends);
}

/// What depends on what else is advised.
void settle(std::vector<DropRecovery> &recoveries)
{
    const bool mendsData = advises(recoveries, DropRemedy::MendData)
            || advises(recoveries, DropRemedy::FollowScale)
            || advises(recoveries, DropRemedy::AwaitLabels);
    for (DropRecovery &recovery : recoveries) {
        recovery.insteadInVain = inVainInsteadOf(recovery);
        std::erase_if(recovery.insteadInVain,
                      [&](DropRemedy remedy) { return advises(recoveries, remedy); });
        recovery.onceDataAreMended = mendsData
                && (isRetraining(recovery.remedy) || recovery.remedy == DropRemedy::SetThreshold);
    }
}

} // namespace

std::string_view keyOf(DropRemedy remedy)
{
    static constexpr std::array<std::string_view, 15> keys{
            "mend-data",       "await-labels", "follow-scale",        "roll-back",
            "trace-model",     "add-capacity", "collect-and-retrain", "retrain",
            "mend-segment",    "follow-mix",   "set-threshold",       "keep-threshold",
            "collect-to-tell", "watch",        "do-nothing"};
    return keys[static_cast<std::size_t>(remedy)];
}

std::vector<DropRecovery> dropRecoveries(const DropDiagnosis &diagnosis,
                                         const std::optional<KeepingCost> &heldOut,
                                         const std::optional<OwnThresholdGain> &own,
                                         const DropWaterfall &waterfall)
{
    const bool thresholdCosts = heldOut && heldOut->all.interval.low > 0.0;
    std::vector<DropRecovery> recoveries;
    // On another scale no threshold stays where it is.
    for (const DropFinding &finding : diagnosis.found)
        add(recoveries,
            remedyOf(finding, diagnosis, waterfall, thresholdCosts || diagnosis.hasOtherScale()),
            finding.cause);
    if (diagnosis.firstCause() == DropCause::CannotTell)
        add(recoveries, DropRemedy::CollectToTell);
    // A threshold of scores whose scale is followed, or to be mended, is another one soon.
    if (thresholdCosts && !diagnosis.hasOtherScale())
        add(recoveries, DropRemedy::SetThreshold);
    if (recoveries.empty())
        add(recoveries, DropRemedy::DoNothing);
    // What is first mended is what was first found; all others in the order of their names.
    const bool watchesFirst = recoveries.front().remedy == DropRemedy::Watch;
    std::ranges::sort(recoveries.begin() + (watchesFirst ? 0 : 1), recoveries.end(), {},
                      &DropRecovery::remedy);
    settle(recoveries);
    const auto segment =
            std::ranges::find(recoveries, DropRemedy::MendSegment, &DropRecovery::remedy);
    if (segment != recoveries.end())
        segment->own = own;
    const auto scale =
            std::ranges::find(recoveries, DropRemedy::FollowScale, &DropRecovery::remedy);
    if (scale != recoveries.end())
        scale->scale = diagnosis.scale;
    return recoveries;
}

std::optional<DropRecovery> recoveryOf(DropCause cause)
{
    if (cause == DropCause::None || cause == DropCause::CannotTell)
        return std::nullopt;
    std::vector<DropRecovery> alone;
    add(alone, remedyFor(cause, true), cause);
    settle(alone);
    return std::move(alone.front());
}

} // namespace oneinn
