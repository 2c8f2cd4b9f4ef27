// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/outcomevalues.h"
#include "core/decision/targets.h"
#include "core/experience/badexperience.h"
#include "core/latency/patience.h"
#include "core/metrics/operatingcounts.h"
#include "core/policies/policy.h"
#include "core/predictions/predictions.h"
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

/// Everything a person has set: the question asked of the predictions.
struct Scenario {
    Threshold threshold;
    Budget budget;
    LatePolicy latePolicy = LatePolicy::ShowNothing;
    std::optional<FallbackModel> fallback; ///< where late answers fall back; kept under others
    PatienceCurve patience;                ///< who is still there for an answer, however it comes
    Selection selection;

    OutcomeValues values;
    std::optional<double>
            baseRate;          ///< share of positives in production, in (0, 1); absent: the file's
    double usesPerWeek = 20.0; ///< > 0
    int badBeforeLeaving = 3;  ///< >= 1: an assumption of the person
    Noticed noticed;
    double precisionLimit = 0.9;     ///< for the mark "most caught with precision at least"
    std::string noun = "suggestion"; ///< what is shown: "alert", "answer", "listing"
    /// What one call of a model costs, in the person's own unit, by its name in the file; finite,
    /// >= 0. One that is not named costs 1; where none is, calls are counted.
    std::map<std::string, double> costPerCall;
    /// Absent: the cascade that is compared with others has the most valuable bounds.
    std::optional<CascadeBounds> cascade;
    Targets targets; ///< what the settings sought have to reach; changes no other number

    friend bool operator==(const Scenario &, const Scenario &) = default;
};

} // namespace oneinn
