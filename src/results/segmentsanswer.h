// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/segments/budgetchanges.h"
#include "core/segments/segmentdifferences.h"
#include "core/segments/segmentpolicy.h"
#include "core/segments/segmentspreads.h"
#include "core/segments/setthresholds.h"
#include "results/asked.h"

#include <memory>
#include <optional>
#include <vector>

namespace oneinn {

/// Segments at the thresholds they have, or at those of a rule that is tried.
struct SegmentsAsked : SegmentsQuestion {
    /// Where they have their own by one of the columns, as they are at the question's threshold:
    /// the question itself is then of the scores as they are, without a combination.
    std::optional<ThresholdsBySegment> own;
    std::optional<SegmentRule> rule;

    friend bool operator==(const SegmentsAsked &, const SegmentsAsked &) = default;
};

/// Segments of all that a scenario selects, whichever of them is looked at alone.
struct SegmentsAnswer {
    PredictionsPtr of;
    SegmentIndex::Ptr index;
    SegmentSpreads spreads; ///< at the thresholds that were asked for
    std::optional<SegmentRule> rule = {};
    std::shared_ptr<const SegmentPolicy> policy = {}; ///< of the rule; null without one
    /// What is set, where no rule is tried; null where no segment has a threshold of its own.
    std::shared_ptr<const SetThresholds> set = {};
    /// By segment, at the thresholds that were asked for, against the one for all.
    std::vector<SegmentDifferences> differences = {};
    /// The same scenario with one latency budget; null where no segment has its own.
    SegmentIndex::Ptr oneBudget = {};
    std::vector<std::optional<BudgetChange>> budgetChanges = {}; ///< by segment, likewise
    std::vector<Threshold> at = {};                              ///< these thresholds
    Threshold against = {};                                      ///< the one for all

    /// Those of a segment where it has this threshold now; null where they are not known of it.
    const SegmentDifferences *differencesOf(std::size_t segment, Threshold now,
                                            Threshold one) const;
    /// What is set, if these are they; null where that is not known.
    const SetThresholds *setAt(const std::vector<Threshold> &now, Threshold one) const
    {
        return set && at == now && against == one ? set.get() : nullptr;
    }
    /// What its own latency budget changes, likewise; null also where it has none.
    const BudgetChange *budgetChangeOf(std::size_t segment, Threshold now) const;
};
using SegmentsAnswerPtr = std::shared_ptr<const SegmentsAnswer>;

/// All uses that are divided, also while one segment of them is looked at.
SegmentsAsked everySegment(const Scenario &scenario, const SegmentsBy &by,
                           const std::optional<SegmentRule> &rule = {});

/// By segment: those of the rule, if the answer has them, else those that are set.
std::vector<Threshold> askedThresholds(const SegmentsAnswer &answer, const SegmentsAsked &asked);

/// Before and rows, if they are of the same, lend what stays the same. Null when stopped, and where
/// there is nothing to divide.
SegmentsAnswerPtr segmentsFor(const AskedOfAll<SegmentsAsked> &asked, const ScenarioRows::Ptr &now,
                              const SegmentsAnswerPtr &before, const JobControl &job);

} // namespace oneinn
