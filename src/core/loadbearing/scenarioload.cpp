// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/scenarioload.h"

#include "core/policies/scenariouses.h"

#include <cmath>
#include <utility>

namespace oneinn {

namespace {

constexpr double shareOfUsesMoved = 0.02; ///< for the price of the budget
constexpr double precisionMoved = 0.05;

UsePeriods periodsOf(const ScenarioRows &rows, const PairedRows &uses, PeriodKind kind)
{
    const auto &day = rows.all()->predictions()->day();
    return day ? usePeriods(*day, uses.row, kind) : UsePeriods{.kind = kind, .of = {}};
}

bool isAtTheBest(const ScenarioRows &rows, const LoadQuestion &question, double valuePerUse)
{
    constexpr double whatMatters = 0.02;
    const auto best = bestValue(rows, question);
    return best && valuePerUse >= *best - whatMatters * std::abs(*best);
}

} // namespace

Result<ScenarioLoad> scenarioLoad(const ScenarioRows &rows, const LoadQuestion &question,
                                  const JobControl &job)
{
    const auto uses = ScenarioUses::of(rows, question, question.threshold);
    if (!uses)
        return Problem{.kind = ProblemKind::NothingUsable};
    BootstrapOptions options;
    options.mostDrawn = mostDrawnForLoad;
    const LoadTerms terms{.terms = {question.values, question.patience},
                          .periods = periodsOf(rows, uses->rows(), question.periods),
                          .lateCounts = question.latePolicy != LatePolicy::Wait,
                          .late = uses->lateRule()};
    auto load = loadBearing(
            uses->rows(), [&](double slowdown) { return uses->outcomes(slowdown); }, terms, options,
            job);
    if (!load)
        return load.problem();

    ScenarioLoad result;
    result.question = question;
    result.load = std::move(load).value();
    result.hasLatency = rows.all()->predictions()->hasLatency();
    result.timeCounts = uses->timeCounts();
    if (result.hasLatency && question.latePolicy != LatePolicy::Wait)
        result.budget = priceOfBudget(rows, question, shareOfUsesMoved, job);
    result.precision =
            priceOfPrecision(rows, question, question.precisionLimit, precisionMoved, job);
    result.isAtTheBest = isAtTheBest(rows, question, result.load.equalSteps.value);
    result.uses = static_cast<std::size_t>(uses->rows().uses());
    result.drawn = areDrawn(uses->rows(), options);
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    return result;
}

} // namespace oneinn
