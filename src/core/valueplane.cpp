// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/valueplane.h"

#include "core/assessment.h"
#include "core/index/decisionsearch.h"
#include "core/targets/targetreading.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace oneinn {

namespace {

std::optional<double> shareOf(double part, double rest)
{
    const double all = part + rest;
    return all > 0.0 ? std::optional(part / all) : std::nullopt;
}

/// ends: restated.
PlaneCell cellOf(const OperatingCounts &ends, const OutcomeValues &values)
{
    PlaneCell cell;
    if (const double uses = ends.uses().weight; uses > 0.0)
        cell.valuePerUse = values.of(ends, LatePolicy::Unanswered) / uses;
    cell.wrongOfShown = shareOf(ends.fp.weight, ends.tp.weight);
    cell.missed = shareOf(ends.fn.weight + ends.latePositive.weight, ends.tp.weight);
    return cell;
}

/// One budget of a plane.
class PlaneRow {
public:
    PlaneRow(const ScenarioRows &rows, const PlaneQuestion &question, const Budget &budget)
        : m_slice(rows.at(UsesQuestion{question, budget}))
        , m_values(question.values)
        , m_factors(restatement(*m_slice, question.baseRate))
        , m_limits(question.limits, sliceReadings(*m_slice, m_factors, question.limits))
    {
    }

    PlaneCell at(Threshold threshold) const
    {
        const OperatingCounts ends = m_slice->ends(threshold).rebased(m_factors);
        PlaneCell cell = cellOf(ends, m_values);
        cell.beyondLimits = !m_limits.broken(ends).empty();
        return cell;
    }

    /// Per use; absent where there are no uses.
    std::optional<BestThreshold> best() const
    {
        const OperatingCounts nothing =
                m_slice->ends(Threshold::alertOnNothing()).rebased(m_factors);
        const double uses = nothing.uses().weight;
        if (!(uses > 0.0))
            return std::nullopt;
        const ConfusionMatrix matrix = nothing.matrix();
        const DecisionSearch search(m_slice->staying(), m_factors, matrix.positives(),
                                    matrix.negatives(), {nothing.tp.weight, nothing.fp.weight});
        BestThreshold best = search.mostValuable(m_values);
        best.best = (best.best + m_values.late() * nothing.late().weight) / uses;
        return best;
    }

private:
    std::shared_ptr<const UseSlice> m_slice;
    OutcomeValues m_values;
    ClassFactors m_factors;
    TargetJudge m_limits;
};

double lengthOf(const Budget &budget)
{
    return budget ? budget->value : std::numeric_limits<double>::infinity();
}

bool isWorthAsMuch(const BestPoint &one, const BestPoint &other)
{
    constexpr double rounding = 1e-12;
    return std::abs(one.threshold.best - other.threshold.best)
            <= rounding * std::max(1.0, std::abs(other.threshold.best));
}

} // namespace

bool takesOver(const BestPoint &candidate, const std::optional<BestPoint> &than, LatePolicy policy)
{
    if (!than)
        return true;
    if (!isWorthAsMuch(candidate, *than))
        return candidate.threshold.best > than->threshold.best;
    return policy == LatePolicy::Wait ? lengthOf(candidate.budget) > lengthOf(than->budget)
                                      : lengthOf(candidate.budget) < lengthOf(than->budget);
}

void keepBetter(std::optional<BestPoint> &best, BestPoint candidate, LatePolicy policy)
{
    candidate.withoutBudgetAsGood = !candidate.budget;
    const bool asGood = candidate.withoutBudgetAsGood || (best && best->withoutBudgetAsGood);
    const bool alike = best && isWorthAsMuch(candidate, *best);
    if (takesOver(candidate, best, policy))
        best = std::move(candidate);
    if (alike)
        best->withoutBudgetAsGood = asGood;
}

std::optional<BestThreshold> bestAtBudget(const ScenarioRows &rows, const PlaneQuestion &question,
                                          const Budget &budget)
{
    return PlaneRow(rows, question, budget).best();
}

Result<ValuePlane> valuePlane(const ScenarioRows &rows, const PlaneQuestion &question,
                              PlaneGrid grid, const JobControl &job)
{
    ValuePlane plane{std::move(grid), {}, {}};
    plane.cells.reserve(plane.grid.cells());
    const std::size_t slices = plane.grid.budgets.size() + plane.grid.searched.size();
    std::size_t done = 0;
    for (const Budget &budget : plane.grid.budgets) {
        if (job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        const PlaneRow row(rows, question, budget);
        for (const Threshold threshold : plane.grid.thresholds)
            plane.cells.push_back(row.at(threshold));
        job.report(double(++done) / double(slices));
    }
    for (const Budget &budget : plane.grid.searched) {
        if (job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        if (auto best = bestAtBudget(rows, question, budget))
            keepBetter(plane.best, {budget, std::move(*best)}, question.latePolicy);
        job.report(double(++done) / double(slices));
    }
    return plane;
}

double planeWork(const ScenarioRows &rows, const PlaneQuestion &question, const PlaneGrid &grid)
{
    // A budget is looked up among checkpoints, which is next to nothing beside a pass.
    constexpr double perBudget = 5000.0;
    constexpr double ofRows = 0.05;
    constexpr double perCell = 20.0;
    double slice = perBudget + ofRows * static_cast<double>(rows.all()->rows());
    if (question.latePolicy == LatePolicy::FallBack && rows.paired())
        slice += static_cast<double>(rows.paired()->uses());
    const auto slices = static_cast<double>(grid.budgets.size() + grid.searched.size());
    return slices * slice + perCell * static_cast<double>(grid.cells());
}

} // namespace oneinn
