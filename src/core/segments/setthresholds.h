// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/segments/segmentpolicy.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace oneinn {

/// How often, and which draws: see PolicyOfSegmentsQuestion.
struct ResamplesOfSegments {
    std::size_t count = 200; ///< at least 1
    std::uint64_t seed = 1;
};

/// Thresholds of segments' own that are set, and what they look too good by.
struct SetThresholds {
    SegmentPolicy policy; ///< against the question's threshold; optimism is there
    /// Which finds these very decisions on these uses; absent: they are by hand, and each segment
    /// is told no better than what the best threshold of its own is expected to bring it.
    std::optional<SegmentRule> rule = {};
};

/// What decides as a rule's thresholds was chosen on these uses, whoever set it: its optimism is
/// the rule's. Where some segments have the rule's and the others the one for all, rule is absent,
/// and the policy is part of a search. By segment, as segmentPolicy() has them. Resamples as that
/// does. Problem: Cancelled.
Result<SetThresholds> setThresholds(const SegmentIndex &index, const SegmentsQuestion &question,
                                    const std::vector<Threshold> &thresholds,
                                    const ResamplesOfSegments &resamples = {},
                                    const JobControl &job = {});

} // namespace oneinn
