// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/mostvaluablealone.h"

#include "core/assessment.h"
#include "core/policies/scenariorows.h"

namespace oneinn {

std::optional<Threshold> mostValuableAlone(const PredictionsPtr &predictions, Scenario scenario,
                                           const std::string &model)
{
    scenario.selection.model = model;
    scenario.latePolicy = LatePolicy::Wait;
    const auto rows = ScenarioRows::prepare(predictions, scenario);
    if (!rows)
        return std::nullopt;
    return outlook(*rows.value()->at(scenario), scenario)->mostValuable.threshold;
}

} // namespace oneinn
