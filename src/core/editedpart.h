// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace oneinn {

/// What one step of undo changes of everything that a person sets.
enum class EditedPart {
    Threshold,
    LatencyBudget,
    OperatingPoint, ///< threshold and budget at once
    LatePolicy,
    Fallback,
    ModelAndPolicy, ///< model, threshold, budget and what happens to late answers at once
    Patience,
    Values,
    BaseRate,
    TrafficMix, ///< how uses are divided among segments
    Traffic,    ///< that it is as in the file
    UsesPerWeek,
    BadBeforeLeaving,
    Noticed,
    PrecisionLimit,
    CostPerCall,
    CascadeBounds,
    OwnThresholds, ///< of segments
    OwnBudgets,    ///< likewise
    PolicyNumbers, ///< of several calls that are combined
    Targets,
    Words, ///< how the product is spoken of
    Model,
    Segment,
    Preset,  ///< everything that a kind of feature brings along
    Columns, ///< how the file is read
    FileNow, ///< what is read: the file as it has become on disk
    Pin,     ///< a point is pinned
    Unpin,
    PinName,
    PinOrder,
    AnswerText,
    Compared, ///< the earlier period that it is held against
    Reviewer,
    ReviewBand,
    ReviewInForce, ///< the band is taken over, or taken back
};

} // namespace oneinn
