// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clusters/influencespread.h"
#include "core/job.h"
#include "core/scenario.h"
#include "core/scenarioclusters.h"
#include "core/segments/segmentindex.h"

#include <optional>
#include <vector>

namespace oneinn {

/// What each segment does at a threshold: see segmentTable().
struct SegmentsQuestion : ValueQuestion {
    SegmentsBy by;
    Threshold threshold;

    friend bool operator==(const SegmentsQuestion &, const SegmentsQuestion &) = default;
};
SegmentsQuestion segmentsQuestion(const Scenario &scenario, SegmentsBy by);

/// How sure what is said of each segment is: what takes a look at every row.
struct SegmentSpreads {
    ClusterMomentsPtr whole;                           ///< null: uses are independent
    std::vector<ClusterMomentsPtr> moments;            ///< by segment, likewise
    std::vector<std::optional<InfluenceSpread>> value; ///< of its value per use; absent without
                                                       ///< uses
};

/// thresholds: by segment. Each segment's are those of the scenario with that segment alone; where
/// users are many and there are days as well, but for chance (PairIds). Cancelled when stopped.
Result<SegmentSpreads> segmentSpreads(const SegmentIndex &index, const SegmentsQuestion &question,
                                      const std::vector<Threshold> &thresholds,
                                      const JobControl &job = {});

} // namespace oneinn
