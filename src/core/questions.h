// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/loadbearing/periods.h"
#include "core/scenario.h"

#include <map>
#include <optional>
#include <string>

/// What each result that takes a while depends on: exactly the fields that its function reads. Two
/// scenarios with equal questions have one and the same answer over the same predictions, so it is
/// worked out once; and nothing that a person changes besides makes it old.
namespace oneinn {

/// Which other models' rows are drawn beside. What makes no difference to them is left at its
/// default, so that questions are equal where rivals are: a fallback's threshold, and a fallback
/// that is not used.
struct RivalsQuestion : RowsQuestion {
    friend bool operator==(const RivalsQuestion &, const RivalsQuestion &) = default;
};
RivalsQuestion rivalsQuestion(const Scenario &scenario);

/// What each setting of both dials is worth: see valuePlane().
struct PlaneQuestion : RowsQuestion {
    OutcomeValues values;
    std::optional<double> baseRate;
    Targets limits; ///< limitsOf()

    friend bool operator==(const PlaneQuestion &, const PlaneQuestion &) = default;
};
PlaneQuestion planeQuestion(const Scenario &scenario);

/// Which of them is worth most within the limits: see bestWithin().
struct BestWithinQuestion : PlaneQuestion {
    PromiseRule promise = PromiseRule::LowerLimit;

    friend bool operator==(const BestWithinQuestion &, const BestWithinQuestion &) = default;
};
BestWithinQuestion bestWithinQuestion(const Scenario &scenario);

/// What one model is worth alone, every answer waited for: see mostValuableAlone().
struct AloneQuestion : ValueQuestion {
    friend bool operator==(const AloneQuestion &, const AloneQuestion &) = default;
};
AloneQuestion aloneQuestion(const Scenario &scenario, const std::string &model);

/// What carries the product: see scenarioLoad().
struct LoadQuestion : OutlookQuestion {
    Threshold threshold;
    PeriodKind periods = PeriodKind::Weeks; ///< of which a bad one is looked for
    Targets limits = {};                    ///< limitsOf()

    friend bool operator==(const LoadQuestion &, const LoadQuestion &) = default;
};
LoadQuestion loadQuestion(const Scenario &scenario);

/// Models and policies side by side: see candidatesOf() and comparePolicies().
struct PoliciesQuestion : LoadQuestion {
    std::map<std::string, double> costPerCall;
    std::optional<CascadeBounds> cascade;

    friend bool operator==(const PoliciesQuestion &, const PoliciesQuestion &) = default;
};
PoliciesQuestion policiesQuestion(const Scenario &scenario);

/// Settings that reach the targets: see reachTargets().
struct ReachQuestion : ValueQuestion {
    Targets targets;

    friend bool operator==(const ReachQuestion &, const ReachQuestion &) = default;
};
ReachQuestion reachQuestion(const Scenario &scenario);
/// Everything that is asked of a setting: the targets, and the precision, as the stricter of the
/// two limits on wrong ones.
Targets limitsOf(const Scenario &scenario);
/// The same question with all of these.
ReachQuestion limitsQuestion(const Scenario &scenario);

/// One of two choices whose uses are compared: see pinDifferences().
struct SettingQuestion : ValueQuestion {
    Threshold threshold;

    friend bool operator==(const SettingQuestion &, const SettingQuestion &) = default;
};
SettingQuestion settingQuestion(const Scenario &scenario);

} // namespace oneinn
