// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/combination.h"
#include "core/decision/outcomevalues.h"
#include "core/decision/promise.h"
#include "core/decision/targets.h"
#include "core/experience/badexperience.h"
#include "core/featurewords.h"
#include "core/latency/patience.h"
#include "core/metrics/operatingcounts.h"
#include "core/policies/policy.h"
#include "core/predictions/predictions.h"
#include "core/segmentbudgets.h"
#include "core/trafficmix.h"
#include "core/units.h"

#include <map>
#include <optional>
#include <string>

namespace oneinn {

/// The model that answers in place of one that is late.
struct FallbackModel {
    std::string model;
    Threshold threshold; ///< on its own scores
    Fallback::Start start = Fallback::Start::WithMain;

    friend bool operator==(const FallbackModel &, const FallbackModel &) = default;
};

/// Where a person lets the first of two models be unsure, for the cascade of these two.
struct CascadeBounds {
    std::string first;  ///< the model asked first
    std::string second; ///< the one it defers to
    /// Of the first one's scores, as in Cascade::deferBetween; low <= high.
    Interval deferBetween;

    friend bool operator==(const CascadeBounds &, const CascadeBounds &) = default;
};

// A scenario is put together from questions, each with one more thing in it: a function that takes
// one of them cannot read what its answer does not depend on. Those of single results: questions.h.

/// Which rows are looked at, and what they are prepared for.
struct RowsQuestion {
    LatePolicy latePolicy = LatePolicy::ShowNothing;
    std::optional<FallbackModel> fallback; ///< where late answers fall back; kept under others
    PatienceCurve patience;                ///< who is still there for an answer, however it comes
    Selection selection;
    /// What answers in place of the selection's model; absent: that model alone.
    std::optional<Combination> combination;
    /// Absent: the budget is one for all.
    std::optional<BudgetsBySegment> budgets;
    /// How production's uses are divided; absent: as in the file.
    std::optional<TrafficMix> mix;

    friend bool operator==(const RowsQuestion &, const RowsQuestion &) = default;
};

/// How their uses end, at every threshold.
struct UsesQuestion : RowsQuestion {
    Budget budget;

    friend bool operator==(const UsesQuestion &, const UsesQuestion &) = default;
};

/// What they are worth.
struct ValueQuestion : UsesQuestion {
    OutcomeValues values;
    std::optional<double> baseRate; ///< share of positives in production, in (0, 1); absent: the
                                    ///< file's

    friend bool operator==(const ValueQuestion &, const ValueQuestion &) = default;
};

/// The curve, and the settings worth jumping to: see outlook().
struct OutlookQuestion : ValueQuestion {
    double precisionLimit = 0.9; ///< for the mark "most caught with precision at least"
    PromiseRule promise = PromiseRule::LowerLimit; ///< what keeps it

    friend bool operator==(const OutlookQuestion &, const OutlookQuestion &) = default;
};

/// Everything a person has set: the question asked of the predictions.
struct Scenario : OutlookQuestion {
    Threshold threshold;
    /// By one user, > 0, as the person says; absent: as the rows tell it, or else as is usual. What
    /// it comes to is Assessment::pace.
    std::optional<double> usesPerWeek;
    double usualUsesPerWeek = 20.0; ///< > 0; for a feature of this kind
    int badBeforeLeaving = 3;       ///< >= 1: an assumption of the person
    Noticed noticed;
    FeatureWords words;
    /// What one call of a model costs, in the person's own unit, by its name in the file; finite,
    /// >= 0. One that is not named costs 1; where none is, calls are counted.
    std::map<std::string, double> costPerCall;
    /// Absent: the cascade that is compared with others has the most valuable bounds.
    std::optional<CascadeBounds> cascade;
    /// The person has said that production has the file's share of positives; changes no number.
    bool fileIsLikeProduction = false;
    Targets targets; ///< what the settings sought have to reach; changes no other number

    friend bool operator==(const Scenario &, const Scenario &) = default;
};

} // namespace oneinn
