// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/choice.h"

#include <utility>

namespace oneinn {

Choice choiceOf(const Scenario &scenario)
{
    return {scenario.threshold,       scenario.budget,      scenario.latePolicy, scenario.fallback,
            scenario.selection.model, scenario.combination, scenario.budgets};
}

Scenario withChoice(Scenario scenario, const Choice &choice)
{
    scenario.threshold = choice.threshold;
    scenario.budget = choice.budget;
    scenario.latePolicy = choice.latePolicy;
    scenario.fallback = choice.fallback;
    scenario.selection.model = choice.model;
    scenario.combination = choice.combination;
    scenario.budgets = choice.budgets;
    return scenario;
}

std::optional<PinnedPoint> defaultNobodyChose(const Predictions &predictions,
                                              const Scenario &scenario)
{
    const auto &score = predictions.score();
    if ((score < 0.0).any() || (score > 1.0).any())
        return std::nullopt;
    return PinnedPoint{.name = {},
                       .choice = {.threshold = {0.5},
                                  .budget = {},
                                  .latePolicy = LatePolicy::ShowNothing,
                                  .fallback = {},
                                  .model = scenario.selection.model},
                       .origin = PinnedPoint::Origin::Default};
}

} // namespace oneinn
