// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/proportion.h"
#include "core/periods/perioduses.h"
#include "core/periods/scoretable.h"
#include "core/units.h"

#include <optional>
#include <string>

/// What another threshold would bring, judged on others than those that chose it.
namespace oneinn {

/// The uses of one period, as they end with everything shown and with nothing: what a threshold
/// does to a use is one of the two. Made with DropMeasure::Value.
struct ShownOrNot {
    PeriodUses shown;
    PeriodUses notShown;
};
/// Absent where the selection leaves no use.
std::optional<ShownOrNot> shownOrNot(const std::shared_ptr<const PredictionIndex> &index,
                                     const Scenario &scenario);

/// Per use, in the person's own unit. Above 0: another threshold would do better. It may be below
/// 0, where none that could have been chosen does.
struct HeldOutCost {
    double cost = 0.0;
    Interval interval; ///< 95 %, clustered (influenceSpread())

    friend bool operator==(const HeldOutCost &, const HeldOutCost &) = default;
};

/// What the best threshold would bring against `kept`: chosen on one half of the users (else days,
/// else uses) and judged on the other, and the other way round, since what was chosen and judged on
/// the same uses looks better than it is (Stone 1974). takes: only these uses have another
/// threshold; the cost is of all, either way. Deterministic.
HeldOutCost heldOutCost(const ShownOrNot &uses, const Eigen::ArrayXd &weight, Threshold kept,
                        const UseFilter &takes = {});

/// What a threshold of its own brings for one segment of a period, all other uses keeping theirs.
struct OwnThresholdGain {
    std::string column;
    std::string value;
    /// Worth most on the segment's uses; the shortest number that shows the same ones. Finite.
    Threshold threshold;
    Threshold others;
    bool showsAny = true; ///< of the segment's uses
    double looks = 0.0;   ///< per use of all, on those that chose it; >= 0
    HeldOutCost heldOut;  ///< the same judged on others: what it brings
    /// What the segment has now, where segments of this column have thresholds of their own;
    /// absent: what all others have. `threshold` is of the scores of the file either way.
    std::optional<Threshold> now = {};

    /// For sure: it is more than chance.
    bool gains() const { return heldOut.interval.low > 0.0; }
    friend bool operator==(const OwnThresholdGain &, const OwnThresholdGain &) = default;
};

/// Absent where the segment has too few uses for one (fewestForOwnThreshold, fewestOfEachClass),
/// where there is no such column, and where the others' threshold is not finite.
std::optional<OwnThresholdGain> ownThresholdGain(const ShownOrNot &uses, Threshold others,
                                                 const std::string &column,
                                                 const std::string &value);

} // namespace oneinn
