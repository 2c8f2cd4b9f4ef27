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

/// Before and rows, if they are of the same, lend what stays the same.
SegmentsAnswerPtr segmentsFor(const AskedOfAll<SegmentsAsked> &asked, const ScenarioRows::Ptr &now,
                              const SegmentsAnswerPtr &before, const JobControl &job)
{
    constexpr double prepared = 0.4; // of the work
    constexpr double chosen = 0.8;
    const SegmentsAsked &question = asked.question;
    SegmentsAnswer answer{.of = asked.of, .index = nullptr, .spreads = {}};
    const UsesQuestion &uses = question;
    if (before && before->of == asked.of && before->index->by() == question.by
        && before->index->question() == uses) {
        answer.index = before->index;
    } else {
        const auto rows =
                ScenarioRows::prepare(asked.of, question, job.part(0.0, prepared / 2.0), now);
        if (!rows)
            return nullptr;
        const auto index = SegmentIndex::build(*rows.value(), question, question.by,
                                               job.part(prepared / 2.0, prepared));
        if (!index)
            return nullptr;
        answer.index = index.value();
    }
    if (question.rule) {
        auto policy = segmentPolicy(*answer.index, question, {.rule = *question.rule},
                                    job.part(prepared, chosen));
        if (!policy)
            return nullptr;
        answer.rule = question.rule;
        answer.policy = std::make_shared<const SegmentPolicy>(std::move(policy).value());
    }
    const std::vector<Threshold> thresholds = askedThresholds(answer, question);
    constexpr double spread = 0.9;
    auto spreads = segmentSpreads(*answer.index, question, thresholds,
                                  job.part(question.rule ? chosen : prepared, spread));
    if (!spreads)
        return nullptr;
    answer.spreads = std::move(spreads).value();
    auto differences =
            segmentDifferences(*answer.index, question, thresholds, job.part(spread, 1.0));
    if (!differences)
        return nullptr;
    answer.differences = std::move(differences).value();
    answer.at = thresholds;
    answer.against = question.threshold;
    return std::make_shared<const SegmentsAnswer>(std::move(answer));
}

} // namespace oneinn
