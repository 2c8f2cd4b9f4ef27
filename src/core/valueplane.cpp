// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/valueplane.h"

#include "core/assessment.h"
#include "core/index/decisionsearch.h"

#include <algorithm>
#include <cmath>

namespace oneinn {

namespace {

std::optional<double> shareOf(double part, double rest)
{
    const double all = part + rest;
    return all > 0.0 ? std::optional(part / all) : std::nullopt;
}

/// folded: restated, late uses as the policy says.
PlaneCell cellOf(const OperatingCounts &folded, const OutcomeValues &values)
{
    PlaneCell cell;
    if (const double uses = folded.uses().weight; uses > 0.0)
        cell.valuePerUse = values.of(folded, LatePolicy::Unanswered) / uses;
    cell.wrongOfShown = shareOf(folded.fp.weight, folded.tp.weight);
    cell.missed = shareOf(folded.fn.weight, folded.tp.weight);
    return cell;
}

/// One budget of a plane.
class PlaneRow {
public:
    PlaneRow(const BudgetSlice &slice, const Scenario &scenario)
        : m_slice(slice)
        , m_scenario(scenario)
        , m_nothing(slice.counts(Threshold::alertOnNothing()))
        , m_factors(restatement(m_nothing, scenario))
    {
    }

    PlaneCell at(Threshold threshold) const
    {
        return cellOf(folded(m_slice.counts(threshold)), m_scenario.values);
    }

    /// Per use; absent where there are no uses.
    std::optional<BestThreshold> best() const
    {
        const OperatingCounts nothing = folded(m_nothing);
        const double uses = nothing.uses().weight;
        if (!(uses > 0.0))
            return std::nullopt;
        const ConfusionMatrix matrix = nothing.matrix();
        const DecisionSearch search(m_slice, m_factors, matrix.positives(), matrix.negatives());
        BestThreshold best = search.mostValuable(m_scenario.values);
        best.best = (best.best + m_scenario.values.late() * nothing.late().weight) / uses;
        return best;
    }

private:
    OperatingCounts folded(const OperatingCounts &counts) const
    {
        return counts.rebased(m_factors).folded(m_scenario.latePolicy);
    }

    const BudgetSlice &m_slice;
    const Scenario &m_scenario;
    OperatingCounts m_nothing;
    ClassFactors m_factors;
};

bool better(const BestThreshold &candidate, const std::optional<BestPoint> &than)
{
    constexpr double rounding = 1e-12;
    if (!than)
        return true;
    const double best = than->threshold.best;
    return candidate.best > best + rounding * std::max(1.0, std::abs(best));
}

} // namespace

Result<ValuePlane> valuePlane(const PredictionIndex &index, const Scenario &scenario,
                              PlaneGrid grid, const JobControl &job)
{
    ValuePlane plane{std::move(grid), {}, {}};
    plane.cells.reserve(plane.grid.cells());
    const std::size_t slices = plane.grid.budgets.size() + plane.grid.searched.size();
    std::size_t done = 0;
    for (const Budget &budget : plane.grid.budgets) {
        if (job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        const auto slice = index.at(budget);
        const PlaneRow row(*slice, scenario);
        for (const Threshold threshold : plane.grid.thresholds)
            plane.cells.push_back(row.at(threshold));
        job.report(double(++done) / double(slices));
    }
    for (const Budget &budget : plane.grid.searched) {
        if (job.stopRequested())
            return Problem{.kind = ProblemKind::Cancelled};
        const auto slice = index.at(budget);
        auto best = PlaneRow(*slice, scenario).best();
        if (best && better(*best, plane.best))
            plane.best = BestPoint{budget, std::move(*best)};
        job.report(double(++done) / double(slices));
    }
    return plane;
}

bool samePlane(const Scenario &a, const Scenario &b)
{
    return a.latePolicy == b.latePolicy && a.values == b.values && a.baseRate == b.baseRate;
}

} // namespace oneinn
