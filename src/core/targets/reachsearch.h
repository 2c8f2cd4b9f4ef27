// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/objectives.h"
#include "core/targets/firstofbest.h"
#include "core/targets/reach.h"

#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace oneinn {

/// Looks for settings of one slice: every distinct score, in one pass over the rows. slice and
/// question must outlive it; each search is of one use.
class ReachSearch {
public:
    ReachSearch(const UseSlice &slice, const ReachQuestion &question,
                const TargetEffects &effects = {});

    /// All of it. Problem: Cancelled when stopped; so for the others.
    Result<Reach> all(const JobControl &job);
    /// Reach::chosen alone.
    Result<std::optional<TargetSetting>> chosen(const JobControl &job);
    /// Reach::safe alone: nothing else depends on the effects of users and days, but whether
    /// settings that were found are sure to keep the limit on wrong ones, which is set anew in
    /// their readings.
    Result<std::optional<TargetSetting>> safe(std::span<TargetSetting *const> found,
                                              const JobControl &job);

private:
    struct Point {
        ThresholdInterval interval;
        OperatingCounts ends;
        bool wrongIsSure = false;
    };
    using Best = FirstOfBest<Point>;

    template<typename Visit> bool forEachDecision(const JobControl &job, const Visit &visit) const;
    template<typename Visit> bool forEachSure(const JobControl &job, const Visit &visit) const;
    void visit(const Point &at);
    void measureFurthest(TargetSet met, const Point &at);
    Furthest furthestAt(TargetKind kind, double value, const Point &at) const;
    void offerIfSafe(double gain, const Point &at);
    void addFeasible(const ThresholdInterval &interval);
    double gainOf(const OperatingCounts &ends) const;
    std::optional<TargetSetting> settingOf(const Best &best) const;
    std::optional<TargetSetting> pickedFor(TargetSet wanted) const;
    void spreadToSubsets();
    std::optional<TargetKind> binding() const;
    TargetSet smallestConflict() const;

    const UseSlice &m_slice;
    const ReachQuestion &m_question;
    ClassFactors m_factors;
    ValueGain m_gain;
    SliceReadings m_ofSlice;
    TargetJudge m_judge;
    double m_slack = 0.0;
    std::array<double, TargetSet::count> m_most{};  ///< gain, by the targets that have to be met
    std::vector<std::pair<TargetSet, Best>> m_best; ///< by those, where a setting is asked for
    Best m_safest;
    Reach m_result;
};

} // namespace oneinn
