// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/drop.h"
#include "core/periods/dropwaterfall.h"
#include "core/periods/keepingcost.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

/// What to do about a drop, in the order in which to do it.
namespace oneinn {

/// In the order in which they are done, but that the first cause's comes before all others.
enum class DropRemedy : std::uint8_t {
    MendData,    ///< and retrain on nothing until then
    AwaitLabels, ///< or label a random part
    FollowScale, ///< of scores: take it back, or set the threshold where as many are shown
    RollBack,
    TraceModel, ///< what it is, or what it is fed with, has changed; retrained only if not
    AddCapacity,
    CollectAndRetrain, ///< labels where the new uses lie
    Retrain,
    MendSegment, ///< labels of it, and a threshold of its own
    FollowMix,   ///< of a column: find what brings it, and reckon with it
    SetThreshold,
    KeepThreshold,
    CollectToTell, ///< the cause cannot be told yet
    Watch,         ///< what it makes cannot be told apart from none
    DoNothing,
};
/// "mend-data", "await-labels", ...
std::string_view keyOf(DropRemedy remedy);

struct DropRecovery {
    DropRemedy remedy = DropRemedy::DoNothing;
    std::vector<DropCause> mends = {}; ///< of those found, in their order; empty: what is left
    /// What one might try in its place and does not help against these; nothing that the list
    /// itself advises against something else.
    std::vector<DropRemedy> insteadInVain = {};
    bool onceDataAreMended = false;
    /// Of MendSegment: what a threshold of its own brings until then. Absent where that cannot be
    /// known.
    std::optional<OwnThresholdGain> own = {};
    std::optional<ScoreScale> scale = {}; ///< of FollowScale, where it is known

    bool operator==(const DropRecovery &) const = default;
};

/// Each remedy once, and no two that contradict each other: whether to set the threshold anew is
/// asked of what keeping it costs (heldOut) alone. It is set anew where that is above 0 for sure,
/// and kept where the share of good ones moved and it is not, or cannot be told; of scores on
/// another scale it is set anew once that is mended. Another mix or
/// meaning whose amount may be none is watched: nobody retrains for that. Never empty.
std::vector<DropRecovery> dropRecoveries(const DropDiagnosis &diagnosis,
                                         const std::optional<KeepingCost> &heldOut,
                                         const std::optional<OwnThresholdGain> &own = {},
                                         const DropWaterfall &waterfall = {});

/// Of one cause by itself, were nothing else found and keeping the threshold cost something.
/// Absent of DropCause::None and CannotTell.
std::optional<DropRecovery> recoveryOf(DropCause cause);

} // namespace oneinn
