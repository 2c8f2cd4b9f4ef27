// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/bestthreshold.h"
#include "core/periods/drop.h"
#include "core/periods/droprecoveries.h"
#include "core/periods/dropwaterfall.h"
#include "core/periods/keepingcost.h"
#include "core/periods/periodorder.h"
#include "core/scenario.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace oneinn {

/// Where the threshold comes from at which both periods are judged.
enum class KeptThreshold : std::uint8_t {
    Given,      ///< by name: it is the earlier scenario's
    OnDials,    ///< the same; it stands in the window
    BestBefore, ///< none was named: the one worth most on the earlier period's uses
};

/// An earlier period of a product and a later one, and what is asked of each. Both are judged at
/// one threshold, since it is that one whose use dropped.
struct Periods {
    std::shared_ptr<const PredictionIndex> before;
    std::shared_ptr<const PredictionIndex> after;
    Scenario earlier;
    Scenario later;
    DropMeasure measure = DropMeasure::Value;
    KeptThreshold kept = KeptThreshold::Given;

    friend bool operator==(const Periods &, const Periods &) = default;
};

struct OldThreshold {
    Threshold kept; ///< at which both periods are judged
    KeptThreshold origin = KeptThreshold::Given;
    Threshold bestBefore; ///< worth most on the earlier period's uses
    Threshold best;       ///< on the later period's
    /// Worth most on the later period's among those that keep all limits, at the same budget;
    /// absent where none does, or nobody set a limit.
    std::optional<BestThreshold> withinLimits = {};
    /// Per use, of keeping the old one, on the uses that chose the best one; >= 0.
    double cost = 0.0;
    std::optional<KeepingCost> heldOut; ///< absent where there are too few to be parted
};

struct Assessment;

struct Dropped {
    DropMeasure measure = DropMeasure::Value;
    DropDiagnosis diagnosis = {};
    double goodBefore = 0.0; ///< positives of all labelled uses of the earlier period
    double goodAfter = 0.0;  ///< of the later one
    DropWaterfall waterfall = {};
    OldThreshold threshold = {};
    std::vector<DropRecovery> recoveries = {}; ///< what to do, in order; never empty
    /// The earlier period lies after the later one, by their days: all of it is the wrong way
    /// round.
    std::optional<ReversedPeriods> reversed = {};
    /// The earlier period at the kept threshold: what was usual, against which a release is held.
    /// Never null in what dropped() gives.
    std::shared_ptr<const Assessment> usual = {};
    std::shared_ptr<const Assessment> now = {}; ///< the later one, at the same
};

/// Why the later period differs from the earlier one: layer by layer, and how much came from what.
/// Absent where one of them has no uses that can be judged, and when stopped.
std::optional<Dropped> dropped(const Periods &periods, const JobControl &job = {});

} // namespace oneinn
