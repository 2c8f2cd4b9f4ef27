// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/problem.h"
#include "core/segments/segmentindex.h"
#include "core/segments/segmentspreads.h"
#include "core/segments/segmentsteps.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// Thresholds of their own for segments, and what each costs whom.
namespace oneinn {

struct PolicyOfSegmentsQuestion {
    SegmentRule rule = SegmentRule::OneThreshold;
    /// What is made equal, in [0, 1]; absent: the level that is worth most in all. Not of the rules
    /// that make nothing equal.
    std::optional<double> target = {};
    std::size_t resamples = 200; ///< for the optimism; 0: none
    std::uint64_t seed = 1;

    friend bool operator==(const PolicyOfSegmentsQuestion &,
                           const PolicyOfSegmentsQuestion &) = default;
};

/// One segment against what it is now; each of 1,000 of *all* uses, so that segments add up.
struct SegmentChange {
    Threshold threshold = {};
    bool own = false; ///< it has enough uses for a threshold of its own
    double value = 0.0;
    double wrongShown = 0.0; ///< more of them
    double missed = 0.0;
    double optimism = 0.0; ///< of its value: how much too good it looks where it was chosen
};

struct SegmentPolicy {
    std::vector<SegmentChange> segments = {}; ///< as in the index
    std::optional<double> target = {};
    double value = 0.0; ///< summed, per 1,000 uses
    /// Of it, summed and never below 0: where the one threshold, which was chosen as well, loses
    /// more on new uses, nothing is to be taken off, and nothing promised. Absent where nothing was
    /// chosen, or no resample asked for.
    std::optional<double> optimism = {};
    /// Some alone of those that a search over all segments finds (setThresholds()): which of them
    /// is taken follows from what all of them look like, so that its optimism is the whole
    /// search's.
    bool isPartOfSearch = false;

    std::vector<Threshold> thresholds() const;
};

/// An own threshold takes so many effective uses and so many of each class (our choice).
inline constexpr double fewestForOwnThreshold = 30.0;
inline constexpr double fewestOfEachClass = 10.0;

/// A threshold is the shortest that decides as the lowest score that is shown. A stated base rate
/// restates all uses together. What was chosen is chosen again in every resample of users, days or
/// uses (Efron & Gong 1983): the one for all, too, where none is worth more on these uses.
/// Takes 60 bytes a row and a pass over the rows for each resample. Problem: Cancelled.
Result<SegmentPolicy> segmentPolicy(const SegmentIndex &index, const SegmentsQuestion &question,
                                    const PolicyOfSegmentsQuestion &policy,
                                    const JobControl &job = {});

} // namespace oneinn
