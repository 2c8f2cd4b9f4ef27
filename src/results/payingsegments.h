// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/segments/segmenttable.h"
#include "results/segmentsanswer.h"

#include <cstddef>
#include <memory>
#include <optional>

namespace oneinn {

/// Which segment pays for the average, of all columns that divide the uses; where segments have
/// thresholds of their own, of their column, with what these change.
struct PayingSegments {
    SegmentsAnswerPtr answer;
    SegmentTable table; ///< at the thresholds that are set
    struct Worst {
        std::size_t row = 0; ///< of the table
        Share share = Share::Missed;
    };
    /// In which share it is worse than all other uses, for sure among all segments of all columns
    /// that were looked at (the smallest p of Holm 1979); absent where none is.
    std::optional<Worst> worst;
};
using PayingSegmentsPtr = std::shared_ptr<const PayingSegments>;

/// As payingSegments() asks it: a question by no column yet.
SegmentsAsked payingQuestion(const Scenario &scenario);
/// Null where nobody pays for sure and no segment has a threshold of its own, and when stopped.
PayingSegmentsPtr payingSegments(const AskedOfAll<SegmentsAsked> &asked,
                                 const ScenarioRows::Ptr &now, const JobControl &job = {});

} // namespace oneinn
