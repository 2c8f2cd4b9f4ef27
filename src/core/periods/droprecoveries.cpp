// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/droprecoveries.h"

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
    const bool mendsData = advises(recoveries, DropRemedy::MendData);
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
    static constexpr std::array<std::string_view, 11> keys{
            "mend-data",           "await-labels",    "roll-back",    "add-capacity",
            "collect-and-retrain", "retrain",         "mend-segment", "set-threshold",
            "keep-threshold",      "collect-to-tell", "do-nothing"};
    return keys[static_cast<std::size_t>(remedy)];
}

std::vector<DropRecovery> dropRecoveries(const DropDiagnosis &diagnosis,
                                         const std::optional<KeepingCost> &heldOut,
                                         const std::optional<OwnThresholdGain> &own)
{
    const bool thresholdCosts = heldOut && heldOut->all.interval.low > 0.0;
    std::vector<DropRecovery> recoveries;
    for (const DropFinding &finding : diagnosis.found)
        add(recoveries, remedyFor(finding.cause, thresholdCosts), finding.cause);
    if (diagnosis.firstCause() == DropCause::CannotTell)
        add(recoveries, DropRemedy::CollectToTell);
    if (thresholdCosts)
        add(recoveries, DropRemedy::SetThreshold);
    if (recoveries.empty())
        add(recoveries, DropRemedy::DoNothing);
    // What is first mended is what was first found; all others in the order of their names.
    std::ranges::sort(recoveries.begin() + 1, recoveries.end(), {}, &DropRecovery::remedy);
    settle(recoveries);
    const auto segment =
            std::ranges::find(recoveries, DropRemedy::MendSegment, &DropRecovery::remedy);
    if (segment != recoveries.end())
        segment->own = own;
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
