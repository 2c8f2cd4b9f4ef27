// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/segmentsanswer.h"

#include "core/segments/segmentthresholds.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace oneinn {

/// All uses that are divided, also while one segment of them is looked at.
SegmentsAsked everySegment(const Scenario &scenario, const SegmentsBy &by,
                           const std::optional<SegmentRule> &rule)
{
    SegmentsAsked question{segmentsQuestion(scenario, by), std::nullopt, rule};
    question.own = takeOwnThresholds(question, by);
    std::erase_if(question.selection.where, [&by](const Selection::Where &where) {
        return std::find(by.columns.begin(), by.columns.end(), where.column) != by.columns.end();
    });
    return question;
}

std::vector<Threshold> askedThresholds(const SegmentsAnswer &answer, const SegmentsAsked &asked)
{
    if (asked.rule && answer.rule == asked.rule && answer.policy)
        return answer.policy->thresholds();
    return segmentThresholds(*answer.index, asked.own ? &*asked.own : nullptr, asked.threshold);
}

const SegmentDifferences *SegmentsAnswer::differencesOf(std::size_t segment, Threshold now,
                                                        Threshold one) const
{
    const bool known = segment < differences.size() && at[segment] == now && against == one;
    return known ? &differences[segment] : nullptr;
}

const BudgetChange *SegmentsAnswer::budgetChangeOf(std::size_t segment, Threshold now) const
{
    const bool known = segment < budgetChanges.size() && at[segment] == now;
    return known && budgetChanges[segment] ? &*budgetChanges[segment] : nullptr;
}

namespace {

bool isIndexOf(const SegmentIndex::Ptr &index, const UsesQuestion &uses, const SegmentsBy &by)
{
    return index && index->by() == by && index->question() == uses;
}

/// Without budgets of their own; null where nothing has one, and when stopped.
SegmentIndex::Ptr oneBudgetFor(const AskedOfAll<SegmentsAsked> &asked, const ScenarioRows::Ptr &now,
                               const SegmentsAnswerPtr &before, const JobControl &job)
{
    if (!asked.question.budgets)
        return nullptr;
    const SegmentsQuestion one = withOneBudget(asked.question);
    if (before && before->of == asked.of && isIndexOf(before->oneBudget, one, one.by))
        return before->oneBudget;
    const auto rows = ScenarioRows::prepare(asked.of, one, job, now);
    const auto index = rows ? SegmentIndex::build(*rows.value(), one, one.by, job)
                            : Result<SegmentIndex::Ptr>(rows.problem());
    return index ? index.value() : nullptr;
}

constexpr double prepared = 0.4; // shares of the work
constexpr double chosen = 0.8;
constexpr double spread = 0.9;

/// Null when stopped.
SegmentIndex::Ptr indexFor(const AskedOfAll<SegmentsAsked> &asked, const ScenarioRows::Ptr &now,
                           const SegmentsAnswerPtr &before, const JobControl &job)
{
    const SegmentsAsked &question = asked.question;
    const UsesQuestion &uses = question;
    if (before && before->of == asked.of && isIndexOf(before->index, uses, question.by))
        return before->index;
    const auto rows = ScenarioRows::prepare(asked.of, question, job.part(0.0, prepared / 2.0), now);
    if (!rows)
        return nullptr;
    const auto index = SegmentIndex::build(*rows.value(), question, question.by,
                                           job.part(prepared / 2.0, prepared));
    return index ? index.value() : nullptr;
}

/// By a rule, if one is asked for; false when stopped.
bool addRule(SegmentsAnswer &answer, const SegmentsAsked &question, const JobControl &job)
{
    if (!question.rule)
        return true;
    auto policy = segmentPolicy(*answer.index, question, {.rule = *question.rule},
                                job.part(prepared, chosen));
    if (!policy)
        return false;
    answer.rule = question.rule;
    answer.policy = std::make_shared<const SegmentPolicy>(std::move(policy).value());
    return true;
}

/// Of thresholds that were set, what they look too good by; false when stopped.
bool addSet(SegmentsAnswer &answer, const SegmentsAsked &question,
            const std::vector<Threshold> &thresholds, const JobControl &job)
{
    if (!question.own || question.rule)
        return true;
    auto set = setThresholds(*answer.index, question, thresholds, {}, job.quiet());
    if (!set)
        return false;
    answer.set = std::make_shared<const SetThresholds>(std::move(set).value());
    return true;
}

} // namespace

/// Before and rows, if they are of the same, lend what stays the same.
SegmentsAnswerPtr segmentsFor(const AskedOfAll<SegmentsAsked> &asked, const ScenarioRows::Ptr &now,
                              const SegmentsAnswerPtr &before, const JobControl &job)
{
    const SegmentsAsked &question = asked.question;
    SegmentsAnswer answer{
            .of = asked.of, .index = indexFor(asked, now, before, job), .spreads = {}};
    if (!answer.index || !addRule(answer, question, job))
        return nullptr;
    const std::vector<Threshold> thresholds = askedThresholds(answer, question);
    auto spreads = segmentSpreads(*answer.index, question, thresholds,
                                  job.part(question.rule ? chosen : prepared, spread));
    if (!spreads || !addSet(answer, question, thresholds, job))
        return nullptr;
    answer.spreads = std::move(spreads).value();
    const SegmentPolicy *chosenHere = answer.set ? &answer.set->policy : answer.policy.get();
    auto differences = segmentDifferences(*answer.index, question, thresholds, chosenHere,
                                          job.part(spread, 1.0));
    if (!differences)
        return nullptr;
    answer.differences = std::move(differences).value();
    answer.oneBudget = oneBudgetFor(asked, now, before, job);
    if (answer.oneBudget)
        answer.budgetChanges =
                budgetChanges(*answer.index, *answer.oneBudget, question, thresholds, job);
    if (job.stopRequested())
        return nullptr;
    answer.at = thresholds;
    answer.against = question.threshold;
    return std::make_shared<const SegmentsAnswer>(std::move(answer));
}

} // namespace oneinn
