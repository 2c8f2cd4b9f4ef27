// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/scenarioload.h"

#include "core/policies/scenariouses.h"
#include "core/targets/reach.h"

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

ReachQuestion withinLimits(const LoadQuestion &question)
{
    ReachQuestion asked;
    static_cast<ValueQuestion &>(asked) = question;
    asked.targets = question.limits;
    return asked;
}

/// The setting to recommend at this budget; where none surely keeps the limits, one that plainly
/// does; absent where none does either, and when stopped.
std::optional<TargetSetting> recommended(const UseSlice &slice, const LoadQuestion &question,
                                         const JobControl &job)
{
    const ReachQuestion asked = withinLimits(question);
    if (question.promise == PromiseRule::LowerLimit) {
        auto sure = surelyKept(slice, asked, job.quiet());
        if (!sure || sure.value())
            return sure ? std::move(sure).value() : std::nullopt;
    }
    return plainlyKept(slice, asked);
}

bool isAtTheBest(const ScenarioRows &rows, const LoadQuestion &question, double valuePerUse,
                 const JobControl &job)
{
    constexpr double whatMatters = 0.02;
    const auto isAsGoodAs = [valuePerUse](double best) {
        return valuePerUse >= best - whatMatters * std::abs(best);
    };
    if (question.limits.any()) {
        const auto slice = rows.at(question);
        if (const auto best = recommended(*slice, question, job))
            return isAsGoodAs(best->valuePerUse)
                    && keepsTargets(*slice, withinLimits(question), question.threshold);
    }
    const auto best = bestValue(rows, question);
    return best && isAsGoodAs(*best);
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
    result.isAtTheBest = isAtTheBest(rows, question, result.load.equalSteps.value, job);
    result.uses = static_cast<std::size_t>(uses->rows().uses());
    result.drawn = areDrawn(uses->rows(), options);
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    return result;
}

} // namespace oneinn
