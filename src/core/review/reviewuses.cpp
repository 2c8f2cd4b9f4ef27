// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/review/reviewuses.h"

#include "core/clusters/rowclusters.h"
#include "core/policies/scenariorows.h"
#include "core/rowends.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace oneinn {

namespace {

struct UsesOfModel {
    std::vector<ReviewedUse> uses;
    double positive = 0.0; ///< weight of all uses, decided or not
    double negative = 0.0;

    double all() const { return positive + negative; }
};

UsesOfModel usesOf(const UseSlice &slice, const ValueQuestion &question, const JobControl &job)
{
    constexpr std::size_t between = 1U << 16U;
    const Predictions &predictions = *slice.rows().all()->predictions();
    // Whether it is decided is not for the threshold to say.
    const RowEnds ends(slice, question, Threshold::alertOnNothing());
    const auto rows = predictions.select(question.selection, Calls::All);
    UsesOfModel found;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (i % between == 0) {
            if (job.stopRequested())
                return {};
            job.report(static_cast<double>(i) / static_cast<double>(rows.size()));
        }
        const std::uint32_t row = rows[i];
        const auto end = ends.endIf(row, true);
        if (!end)
            continue;
        const bool positive = predictions.label()[row] != 0;
        (positive ? found.positive : found.negative) += end->weight;
        if (end->decided && end->staying > 0.0)
            found.uses.push_back(
                    {predictions.score()[row], end->weight * end->staying, positive, row});
    }
    return found;
}

/// As many of 1 are positive as the base rate says.
void restate(UsesOfModel &found, double baseRate)
{
    if (found.positive <= 0.0 || found.negative <= 0.0)
        return;
    const double positive = baseRate * found.all() / found.positive;
    const double negative = (1.0 - baseRate) * found.all() / found.negative;
    for (ReviewedUse &use : found.uses)
        use.weight *= use.positive ? positive : negative;
    found.positive *= positive;
    found.negative *= negative;
}

} // namespace

ReviewUses::Ptr ReviewUses::of(const UseSlice &slice, const ValueQuestion &question,
                               const JobControl &job)
{
    constexpr double summed = 0.6; // of the work
    UsesOfModel found = usesOf(slice, question, job.part(0.0, summed));
    if (found.uses.empty())
        return nullptr;
    if (question.baseRate)
        restate(found, *question.baseRate);
    std::ranges::stable_sort(found.uses, {}, &ReviewedUse::score);
    if (job.stopRequested())
        return nullptr;
    std::vector<std::uint32_t> rows;
    rows.reserve(found.uses.size());
    double decided = 0.0;
    double positive = 0.0;
    for (const ReviewedUse &use : found.uses) {
        rows.push_back(use.row);
        decided += use.weight;
        positive += use.positive ? use.weight : 0.0;
    }
    const RowClusters clusters = rowClusters(*slice.rows().all()->predictions());
    ReviewSteps steps(found.uses, [](std::size_t) { return true; });
    steps.addUndecided(std::max(0.0, found.positive - positive));
    job.report(1.0);
    return std::make_shared<const ReviewUses>(
            ReviewUses{std::move(found.uses), codesOf(clusters.users, rows),
                       codesOf(clusters.days, rows), decided / found.all(), std::move(steps)});
}

} // namespace oneinn
