// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/policies/useslice.h"
#include "core/problem.h"
#include "core/questions.h"
#include "core/targets/targetreading.h"

#include <optional>
#include <vector>

/// The inverse question: which thresholds reach the targets?
namespace oneinn {

/// A threshold and what it means for every target.
struct TargetSetting {
    ThresholdInterval sameDecisions;
    Threshold threshold; ///< the distinct score at the upper end; +infinity where nothing is shown
    double valuePerUse = 0.0;
    TargetReadings readings;
};

/// How far something can go: a share, or a number per day.
struct Furthest {
    double value = 0.0;
    Threshold threshold; ///< the highest distinct score that gets there
    Tally yes, no;       ///< what the share, or that of those shown of all uses, is made of
};

/// What a model can reach under one late policy and budget.
struct Reach {
    TargetSet asked;
    /// Thresholds that meet every target on these rows, neighbours joined, highest first. Several,
    /// since precision does not only rise with the threshold.
    std::vector<ThresholdInterval> feasible;
    std::optional<TargetSetting> chosen;    ///< the most valuable of them, the highest of equals
    std::optional<TargetSetting> safe;      ///< the same among those that surely meet every target
    std::optional<TargetSetting> unlimited; ///< the most valuable, whatever it meets
    /// The most valuable setting that meets every other target, for each that is asked.
    ByTarget<std::optional<TargetSetting>> without;
    /// The target that it would help most to drop: the one whose absence adds most to the value,
    /// or, where they cannot all be met, makes the most valuable setting possible. Absent where
    /// dropping any single one adds nothing, or is not enough.
    std::optional<TargetKind> binding;
    /// Of what each target limits, the best there is: at any threshold, and at those that meet
    /// every other target asked.
    ByTarget<std::optional<Furthest>> alone;
    ByTarget<std::optional<Furthest>> besideOthers;
    /// The fewest targets that no threshold meets together, the first of equally few; empty where
    /// all can be.
    TargetSet conflict;
    SliceReadings ofSlice;

    bool reachable() const { return chosen.has_value(); }
};

/// The setting to recommend: the most valuable that keeps all limits by the rule of the promise;
/// null where there is none.
const TargetSetting *recommendedSetting(const Reach &within, PromiseRule promise);

/// reachAt().chosen, and reachAt().safe, without anything beside it: quicker where rows are of
/// users or days. Its readings are not told: they are of more effects than its own. What is surely
/// kept is never worth more than what is plainly kept. Problem: Cancelled when stopped.
std::optional<TargetSetting> plainlyKept(const UseSlice &slice, const ReachQuestion &question);
Result<std::optional<TargetSetting>> surelyKept(const UseSlice &slice,
                                                const ReachQuestion &question,
                                                const JobControl &job = {});

/// Whether a threshold keeps every target on these rows.
bool keepsTargets(const UseSlice &slice, const ReachQuestion &question, Threshold threshold);

/// Exact over every distinct score and "show nothing", which has no share of wrong ones and hence
/// never meets a limit on it. One pass over the rows. Problem: Cancelled when stopped.
Result<Reach> reachAt(const UseSlice &slice, const ReachQuestion &question,
                      const JobControl &job = {});

} // namespace oneinn
