// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/segmentsanswer.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace oneinn {

/// All uses that are divided, also while one segment of them is looked at.
SegmentsQuestion everySegment(const Scenario &scenario, const SegmentsBy &by)
{
    SegmentsQuestion question = segmentsQuestion(scenario, by);
    std::erase_if(question.selection.where, [&by](const Selection::Where &where) {
        return std::find(by.columns.begin(), by.columns.end(), where.column) != by.columns.end();
    });
    return question;
}

/// Before and rows, if they are of the same, lend what stays the same.
SegmentsAnswerPtr segmentsFor(const AskedOfAll<SegmentsQuestion> &asked,
                              const ScenarioRows::Ptr &now, const SegmentsAnswerPtr &before,
                              const JobControl &job)
{
    constexpr double prepared = 0.4; // of the work
    const SegmentsQuestion &question = asked.question;
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
    const std::vector<Threshold> thresholds(answer.index->segments().size(), question.threshold);
    auto spreads = segmentSpreads(*answer.index, question, thresholds, job.part(prepared, 1.0));
    if (!spreads)
        return nullptr;
    answer.spreads = std::move(spreads).value();
    return std::make_shared<const SegmentsAnswer>(std::move(answer));
}

} // namespace oneinn
