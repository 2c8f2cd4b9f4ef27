// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/outcomevalues.h"
#include "core/experience/badexperience.h"
#include "core/latency/patience.h"
#include "core/metrics/operatingcounts.h"
#include "core/policies/policy.h"
#include "core/predictions/predictions.h"
#include "core/units.h"

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

    friend bool operator==(const Scenario &, const Scenario &) = default;
};

/// The part of a scenario that one edit changes: what is undone.
enum class ScenarioPart {
    Threshold,
    LatencyBudget,
    OperatingPoint, ///< threshold and budget at once
    LatePolicy,
    Fallback,
    ModelAndPolicy, ///< model, threshold, budget and what happens to late answers at once
    Patience,
    Values,
    BaseRate,
    UsesPerWeek,
    BadBeforeLeaving,
    Noticed,
    PrecisionLimit,
    Noun,
    Model,
    Segment,
    Preset, ///< everything that a kind of feature brings along
};

} // namespace oneinn
