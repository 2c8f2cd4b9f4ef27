// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/scenarioload.h"

#include "core/policies/scenariouses.h"

#include <utility>

namespace oneinn {

Result<ScenarioLoad> scenarioLoad(const ScenarioRows &rows, const Scenario &scenario,
                                  const JobControl &job)
{
    const auto uses = ScenarioUses::of(rows, scenario);
    if (!uses)
        return Problem{.kind = ProblemKind::NothingUsable};
    BootstrapOptions options;
    options.mostDrawn = mostDrawnForLoad;
    const LoadQuestion question{.terms = {scenario.values, scenario.patience}};
    auto load = loadBearing(
            uses->rows(), [&](double slowdown) { return uses->outcomes(slowdown); }, question,
            options, job);
    if (!load)
        return load.problem();

    ScenarioLoad result;
    result.scenario = scenario;
    result.load = std::move(load).value();
    result.hasLatency = rows.all()->predictions()->hasLatency();
    result.timeCounts = uses->timeCounts();
    if (result.hasLatency && scenario.latePolicy != LatePolicy::Wait)
        result.budget = priceOfBudget(rows, scenario);
    result.precision = priceOfPrecision(rows, scenario);
    result.uses = static_cast<std::size_t>(uses->rows().uses());
    result.drawn =
            ResampleUnits(uses->rows().uses(), uses->rows().user).size() <= options.mostDrawn;
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    return result;
}

bool sameLoad(const Scenario &a, const Scenario &b)
{
    return a.selection == b.selection && a.threshold == b.threshold && a.budget == b.budget
            && a.latePolicy == b.latePolicy && a.fallback == b.fallback && a.patience == b.patience
            && a.values == b.values && a.baseRate == b.baseRate
            && a.precisionLimit == b.precisionLimit;
}

} // namespace oneinn
