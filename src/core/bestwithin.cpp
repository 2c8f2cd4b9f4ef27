// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/bestwithin.h"

#include "core/targets/reach.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace oneinn {

namespace {

ReachQuestion atBudget(const BestWithinQuestion &question, const Budget &budget)
{
    ReachQuestion asked;
    static_cast<UsesQuestion &>(asked) = UsesQuestion{question, budget};
    asked.values = question.values;
    asked.baseRate = question.baseRate;
    asked.targets = question.limits;
    return asked;
}

struct Bound {
    ReachQuestion asked;
    TargetSetting plainly; ///< no setting of this budget surely keeps the limits and is worth more
};

/// Those worth most first.
Result<std::vector<Bound>> boundsOf(const ScenarioRows &rows, const BestWithinQuestion &question,
                                    const std::vector<Budget> &searched, const JobControl &job)
{
    std::vector<Bound> bounds;
    std::size_t done = 0;
    for (const Budget &budget : searched) {
        if (job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        ReachQuestion asked = atBudget(question, budget);
        if (auto kept = plainlyKept(*rows.at(asked), asked))
            bounds.push_back({std::move(asked), std::move(*kept)});
        job.report(double(++done) / double(searched.size()));
    }
    std::stable_sort(bounds.begin(), bounds.end(), [](const Bound &a, const Bound &b) {
        return a.plainly.valuePerUse > b.plainly.valuePerUse;
    });
    return bounds;
}

BestPoint pointOf(const TargetSetting &setting, const Budget &budget)
{
    BestThreshold there;
    there.best = setting.valuePerUse;
    there.threshold = setting.threshold;
    there.intervals = {setting.sameDecisions};
    return {budget, std::move(there)};
}

} // namespace

Result<std::optional<BestPoint>> bestWithin(const ScenarioRows &rows,
                                            const BestWithinQuestion &question,
                                            const std::vector<Budget> &searched,
                                            const JobControl &job)
{
    assert(question.limits.any());
    const bool surely = question.promise == PromiseRule::LowerLimit;
    const auto bounds = boundsOf(rows, question, searched, job.part(0.0, surely ? 0.5 : 1.0));
    if (!bounds)
        return bounds.problem();
    std::optional<BestPoint> best;
    for (const Bound &bound : bounds.value()) {
        if (best && best->threshold.best > bound.plainly.valuePerUse)
            break;
        std::optional<TargetSetting> setting = bound.plainly;
        if (surely) {
            auto kept = surelyKept(*rows.at(bound.asked), bound.asked, job.quiet());
            if (!kept)
                return kept.problem();
            setting = std::move(kept).value();
        }
        if (!setting)
            continue;
        keepBetter(best, pointOf(*setting, bound.asked.budget), question.latePolicy);
    }
    return best;
}

} // namespace oneinn
