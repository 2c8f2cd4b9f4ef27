// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/segments/budgetchanges.h"

#include <algorithm>

namespace oneinn {

namespace {

/// Whether a segment's value is among those that have a budget of their own, and another one.
bool hasOwnBudget(const SegmentIndex &index, const SegmentsQuestion &question, std::size_t segment)
{
    const auto &columns = index.by().columns;
    const auto place = std::ranges::find(columns, question.budgets->column);
    if (place == columns.end())
        return false;
    const std::string &value =
            index.segments()[segment].values[static_cast<std::size_t>(place - columns.begin())];
    return std::ranges::any_of(question.budgets->values, [&](const BudgetsBySegment::Own &own) {
        return own.value == value && own.budget != question.budgets->ownBudget;
    });
}

} // namespace

SegmentsQuestion withOneBudget(SegmentsQuestion question)
{
    question.budgets.reset();
    return question;
}

std::vector<std::optional<BudgetChange>> budgetChanges(const SegmentIndex &own,
                                                       const SegmentIndex &one,
                                                       const SegmentsQuestion &question,
                                                       const std::vector<Threshold> &thresholds,
                                                       const JobControl &job)
{
    std::vector<std::optional<BudgetChange>> changes(own.segments().size());
    if (!question.budgets)
        return changes;
    const SegmentsQuestion alike = withOneBudget(question);
    const RowClusters clusters = rowClusters(*own.slice().rows().all()->predictions());
    for (std::size_t segment = 0; segment < changes.size() && !job.stopRequested(); ++segment) {
        if (!hasOwnBudget(own, question, segment))
            continue;
        const auto same = std::ranges::find(one.segments(), own.segments()[segment].values,
                                            &SegmentIndex::Segment::values);
        if (same == one.segments().end())
            continue;
        const auto there = static_cast<std::size_t>(same - one.segments().begin());
        const Threshold threshold = thresholds[segment];
        changes[segment] =
                BudgetChange{segmentAt(one, alike, there, threshold),
                             segmentAt(own, question, segment, threshold),
                             differencesBetween({one, there, threshold}, {own, segment, threshold},
                                                question, clusters)};
        job.report(static_cast<double>(segment + 1) / static_cast<double>(changes.size()));
    }
    return changes;
}

} // namespace oneinn
