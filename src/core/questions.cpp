// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/questions.h"

#include <algorithm>

namespace oneinn {

RivalsQuestion rivalsQuestion(const Scenario &scenario)
{
    RivalsQuestion question{scenario};
    const bool fallsBack = scenario.latePolicy == LatePolicy::FallBack && scenario.fallback;
    question.latePolicy = fallsBack ? LatePolicy::FallBack : LatePolicy::ShowNothing;
    question.fallback.reset();
    question.combination.reset();
    if (fallsBack)
        question.fallback = FallbackModel{scenario.fallback->model, {}};
    return question;
}

PlaneQuestion planeQuestion(const Scenario &scenario)
{
    return {scenario, scenario.values, scenario.baseRate, limitsOf(scenario)};
}

AloneQuestion aloneQuestion(const Scenario &scenario, const std::string &model)
{
    AloneQuestion question{scenario};
    question.selection.model = model;
    question.combination.reset();
    question.latePolicy = LatePolicy::Wait;
    question.fallback.reset();
    question.budget.reset();
    question.budgets.reset();
    return question;
}

LoadQuestion loadQuestion(const Scenario &scenario)
{
    return {scenario, scenario.threshold, PeriodKind::Weeks, limitsOf(scenario)};
}

PoliciesQuestion policiesQuestion(const Scenario &scenario)
{
    PoliciesQuestion question{loadQuestion(scenario), scenario.costPerCall, scenario.cascade};
    // What is compared does not hang on what somebody allows: that is told of it afterwards.
    question.limits = {};
    return question;
}

ReachQuestion reachQuestion(const Scenario &scenario)
{
    return {scenario, scenario.targets};
}

Targets limitsOf(const Scenario &scenario)
{
    Targets limits = scenario.targets;
    limits.wrongOfShown =
            std::min(limits.wrongOfShown.value_or(1.0), 1.0 - scenario.precisionLimit);
    return limits;
}

ReachQuestion limitsQuestion(const Scenario &scenario)
{
    ReachQuestion question = reachQuestion(scenario);
    question.targets = limitsOf(scenario);
    return question;
}

BestWithinQuestion bestWithinQuestion(const Scenario &scenario)
{
    return {planeQuestion(scenario), scenario.promise};
}

SettingQuestion settingQuestion(const Scenario &scenario)
{
    return {scenario, scenario.threshold};
}

} // namespace oneinn
