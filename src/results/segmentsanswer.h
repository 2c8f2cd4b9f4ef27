// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/segments/segmentspreads.h"
#include "results/asked.h"

#include <memory>

namespace oneinn {

/// Segments of all that a scenario selects, whichever of them is looked at alone.
struct SegmentsAnswer {
    PredictionsPtr of;
    SegmentIndex::Ptr index;
    SegmentSpreads spreads; ///< at the question's threshold
};
using SegmentsAnswerPtr = std::shared_ptr<const SegmentsAnswer>;

/// All uses that are divided, also while one segment of them is looked at.
SegmentsQuestion everySegment(const Scenario &scenario, const SegmentsBy &by);

/// Before and rows, if they are of the same, lend what stays the same. Null when stopped, and where
/// there is nothing to divide.
SegmentsAnswerPtr segmentsFor(const AskedOfAll<SegmentsQuestion> &asked,
                              const ScenarioRows::Ptr &now, const SegmentsAnswerPtr &before,
                              const JobControl &job);

} // namespace oneinn
