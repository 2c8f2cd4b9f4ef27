// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/choice.h"
#include "core/editedpart.h"
#include "core/policies/policy.h"
#include "core/review/reviewer.h"
#include "core/scenario.h"
#include "presets/presets.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace oneinn {

/// What a person changes of a scenario in one step, and what the step is of.
struct ScenarioEdit {
    EditedPart part;
    std::function<void(Scenario &)> change;
    /// In the same step; null: reviewer and band stay.
    std::function<void(ReviewSetting &)> review = nullptr;
};

/// What is no number (those are Fields): each a step that Session::edit() takes.
namespace edits {

/// Both dials, whichever of them moves.
ScenarioEdit operatingPoint(Threshold threshold, const Budget &budget);
/// Puts a choice on the dials.
ScenarioEdit adopt(const Choice &choice);
/// A pin's choice, and its band in force; without one none is. What a reviewer is like stays.
ScenarioEdit adopt(const PinnedPoint &pin);
/// Does what a policy does; `models` are the columns it speaks of.
ScenarioEdit adopt(const Policy &policy, const std::vector<std::string> &models);
ScenarioEdit latePolicy(LatePolicy policy);
/// Late answers come from this model, at a threshold on its own scores.
ScenarioEdit fallBackTo(const std::string &model, Threshold threshold);
ScenarioEdit patience(const PatienceCurve &patience);
ScenarioEdit costPerCall(const std::map<std::string, double> &costs);
ScenarioEdit cascade(const std::optional<CascadeBounds> &bounds);
/// How several calls are combined, where they are: the policy's own numbers.
ScenarioEdit combination(const Combination &combination);
/// Absent: one budget for all.
ScenarioEdit ownBudgets(const std::optional<BudgetsBySegment> &budgets);
/// Thresholds of their own for segments, while the dial stays; absent: one for all again.
ScenarioEdit ownThresholds(const std::optional<Combination> &thresholds);
/// One of the product's words.
ScenarioEdit word(std::string FeatureWords::*which, const std::string &word);
/// All of them.
ScenarioEdit words(const FeatureWords &words);
/// Everything a kind of feature brings along; what belongs to the data stays.
ScenarioEdit preset(const Preset &preset);
/// One by itself: what is combined ends.
ScenarioEdit model(const std::optional<std::string> &model);
/// How uses are divided among segments; absent: as in the file.
ScenarioEdit mix(const std::optional<TrafficMix> &mix);
/// Production has the file's share of positives, the person says: it is not asked any more.
ScenarioEdit fileIsLikeProduction();
ScenarioEdit where(const std::vector<Selection::Where> &where);

} // namespace edits

} // namespace oneinn
