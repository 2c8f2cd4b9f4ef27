// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/promisewalk.h"
#include "core/metrics/operatingcounts.h"
#include "core/metrics/proportion.h"
#include "core/targets/answeredwithin.h"
#include "core/targets/targetset.h"

#include <optional>

namespace oneinn {

/// Where a setting stands towards a target.
struct TargetReading {
    /// Wrong of those shown, missed of all good ones; answered in time, gone and shown of all uses;
    /// absent where there is nothing to be a share of, and without latencies or a wait.
    std::optional<Proportion> share;
    /// On these rows; false where nothing is asked, or there is no share.
    bool met = false;
    /// Also where the truth is as bad as the rows allow: at the one-sided limit of the share that
    /// errs in 5 of 100 cases, of k targets in 5 / k; and, of a limit per day, on 95 of 100 days.
    /// What was chosen to just meet a limit meets it in truth less than half of the time (Smith &
    /// Winkler 2006). Wrong of those shown: as PromiseWalk has it, since all thresholds were looked
    /// at.
    bool sure = false;
};
using TargetReadings = ByTarget<TargetReading>;
/// What users and days do to the share behind each target, and to that of bad ones shown; absent:
/// cases are independent.
struct TargetEffects {
    ByTarget<std::optional<ClusterEffect>> of;
    std::optional<ClusterEffect> wrongOfBad;
};

/// Uses for which it holds, and the others of which that is a share.
struct TargetParts {
    Tally yes, no;
};

/// What is the same at every threshold of a slice (isOfEveryThreshold).
struct SliceReadings {
    std::optional<AnsweredWithin> answered; ///< absent where it is not asked or not known
    std::optional<TargetParts> gone;        ///< absent where it is not asked
    std::optional<ClusterEffect> ofGone;    ///< of that share, each use by itself
};
SliceReadings sliceReadings(const UseSlice &slice, const ClassFactors &factors,
                            const Targets &targets);

/// Judges settings by what uses end in: UseSlice::ends(), restated.
class TargetJudge {
public:
    /// restated: the share of good ones is stated, so that it has no error of its own.
    TargetJudge(const Targets &targets, SliceReadings ofSlice, const TargetEffects &effects = {},
                bool restated = false);

    TargetSet asked() const { return m_asked; }
    /// Of those asked. Differences below 1e-12 are rounding.
    TargetSet met(const OperatingCounts &ends) const;
    /// Of those asked: where their share is known, and is beyond.
    TargetSet broken(const OperatingCounts &ends) const;
    /// Whether those asked are sure to be met, all of them at once; wrongIsSure: that on wrong ones
    /// of those shown.
    bool allSure(const OperatingCounts &ends, bool wrongIsSure) const;
    TargetReadings readings(const OperatingCounts &ends, bool wrongIsSure) const;

    /// Of the thresholds in turn, for what surely keeps the limit on wrong ones; absent where there
    /// is none.
    std::optional<PromiseWalk> walk(const OperatingCounts &ends) const;
    /// One step of it: true where there is no limit on wrong ones.
    bool step(std::optional<PromiseWalk> &walk, const OperatingCounts &ends) const;

    /// What the share of a target is made of there; without weight where it is undefined.
    TargetParts parts(TargetKind kind, const OperatingCounts &ends) const;
    /// What a target limits: a share, or for ShownPerDay a number. Absent where undefined.
    std::optional<double> measure(TargetKind kind, const OperatingCounts &ends) const;

private:
    bool isMet(TargetKind kind, const OperatingCounts &ends) const;
    bool isSure(TargetKind kind, const OperatingCounts &ends, double error) const;
    double casesIn(const Tally &good, const Tally &bad) const;
    std::optional<Interval> wrongOfShownRestated(const OperatingCounts &ends, double inside) const;

    Targets m_targets;
    SliceReadings m_ofSlice;
    TargetEffects m_effects;
    bool m_restated = false;
    TargetSet m_asked;
    double m_error = PromiseWalk::wholeError; ///< of each target, so that all hold together
    bool m_answeredMet = false;
    bool m_answeredSure = false;
    double m_busyMean = 0.0; ///< the largest number per day that keeps the limit on almost all days
};

} // namespace oneinn
