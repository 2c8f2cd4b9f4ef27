// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/scenarioedit.h"

#include "core/policies/scenariopolicy.h"

#include <utility>

namespace oneinn::edits {

ScenarioEdit operatingPoint(Threshold threshold, const Budget &budget)
{
    return {EditedPart::OperatingPoint, [threshold, budget](Scenario &s) {
                s.threshold = threshold;
                s.budget = budget;
            }};
}

ScenarioEdit adopt(const Choice &choice)
{
    return {EditedPart::ModelAndPolicy,
            [choice](Scenario &s) { s = withChoice(std::move(s), choice); }};
}

ScenarioEdit adopt(const PinnedPoint &pin)
{
    ScenarioEdit edit = adopt(pin.choice);
    edit.review = [band = pin.band](ReviewSetting &review) {
        review.isInForce = band.has_value();
        if (band)
            review.band = band;
    };
    return edit;
}

ScenarioEdit adopt(const Policy &policy, const std::vector<std::string> &models)
{
    return {EditedPart::ModelAndPolicy,
            [policy, models](Scenario &s) { s = adopted(s, policy, models); }};
}

ScenarioEdit latePolicy(LatePolicy policy)
{
    return {EditedPart::LatePolicy, [policy](Scenario &s) { s.latePolicy = policy; }};
}

ScenarioEdit fallBackTo(const std::string &model, Threshold threshold)
{
    return {EditedPart::LatePolicy, [model, threshold](Scenario &s) {
                s.latePolicy = LatePolicy::FallBack;
                const auto start = s.fallback ? s.fallback->start : Fallback::Start::WithMain;
                s.fallback = FallbackModel{model, threshold, start};
            }};
}

ScenarioEdit patience(const PatienceCurve &patience)
{
    return {EditedPart::Patience, [patience](Scenario &s) { s.patience = patience; }};
}

ScenarioEdit costPerCall(const std::map<std::string, double> &costs)
{
    return {EditedPart::CostPerCall, [costs](Scenario &s) { s.costPerCall = costs; }};
}

ScenarioEdit cascade(const std::optional<CascadeBounds> &bounds)
{
    return {EditedPart::CascadeBounds, [bounds](Scenario &s) { s.cascade = bounds; }};
}

ScenarioEdit combination(const Combination &combination)
{
    return {EditedPart::PolicyNumbers, [combination](Scenario &s) {
                if (s.combination)
                    s.combination = combination;
            }};
}

ScenarioEdit ownThresholds(const std::optional<Combination> &thresholds)
{
    return {EditedPart::OwnThresholds, [thresholds](Scenario &s) { s.combination = thresholds; }};
}

ScenarioEdit ownBudgets(const std::optional<BudgetsBySegment> &budgets)
{
    return {EditedPart::OwnBudgets, [budgets](Scenario &s) { s.budgets = budgets; }};
}

ScenarioEdit word(std::string FeatureWords::*which, const std::string &word)
{
    return {EditedPart::Words, [which, word](Scenario &s) { s.words.*which = word; }};
}

ScenarioEdit words(const FeatureWords &words)
{
    return {EditedPart::Words, [words](Scenario &s) { s.words = words; }};
}

ScenarioEdit preset(const Preset &preset)
{
    return {EditedPart::Preset, [preset](Scenario &s) { s = withPreset(s, preset); }};
}

ScenarioEdit model(const std::optional<std::string> &model)
{
    return {EditedPart::Model, [model](Scenario &s) {
                s.selection.model = model;
                s.combination.reset();
            }};
}

ScenarioEdit mix(const std::optional<TrafficMix> &mix)
{
    return {EditedPart::TrafficMix, [mix](Scenario &s) { s.mix = mix; }};
}

ScenarioEdit fileIsLikeProduction()
{
    return {EditedPart::Traffic, [](Scenario &s) {
                s.baseRate.reset();
                s.fileIsLikeProduction = true;
            }};
}

ScenarioEdit where(const std::vector<Selection::Where> &where)
{
    return {EditedPart::Segment, [where](Scenario &s) { s.selection.where = where; }};
}

} // namespace oneinn::edits
