// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "results/payingsegments.h"

#include "core/policies/ownthresholds.h"
#include "core/segments/segmentthresholds.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace oneinn {

namespace {

/// More are looked at by nobody.
constexpr std::size_t mostColumns = 8;
constexpr std::size_t mostValues = 50;
constexpr double surely = 0.05;

bool isLookedAtAlone(const SegmentsAsked &question, const std::string &column)
{
    return std::ranges::any_of(question.selection.where, [&](const Selection::Where &where) {
        return where.column == column;
    });
}

/// What a person would divide uses by: neither when they were, nor what is one each.
std::vector<std::string> dividingColumns(const Predictions &predictions,
                                         const SegmentsAsked &question)
{
    if (const auto *own = thresholdsBySegment(question.combination))
        return {own->column};
    if (question.combination)
        return {};
    std::vector<std::string> columns;
    const auto &day = predictions.day();
    for (const CategoryColumn &column : predictions.segments()) {
        const bool divides = column.values.size() > 1 && column.values.size() <= mostValues;
        if (divides && columns.size() < mostColumns && !(day && day->name == column.name)
            && !isLookedAtAlone(question, column.name))
            columns.push_back(column.name);
    }
    return columns;
}

AskedOfAll<SegmentsAsked> askedBy(AskedOfAll<SegmentsAsked> asked, const std::string &column)
{
    SegmentsAsked &question = asked.question;
    question.by = {{column}};
    question.own = takeOwnThresholds(question, question.by);
    std::erase_if(question.selection.where,
                  [&column](const Selection::Where &where) { return where.column == column; });
    return asked;
}

std::shared_ptr<PayingSegments> dividedBy(const AskedOfAll<SegmentsAsked> &asked,
                                          const ScenarioRows::Ptr &now, const JobControl &job)
{
    const SegmentsAnswerPtr answer = segmentsFor(asked, now, nullptr, job);
    if (!answer)
        return nullptr;
    return std::make_shared<PayingSegments>(
            PayingSegments{answer,
                           tableWithGains(*answer->index, asked.question, &answer->spreads,
                                          askedThresholds(*answer, asked.question)),
                           {}});
}

/// The surest of what is worse somewhere, and of how many that is.
struct Surest {
    std::optional<PayingSegments::Worst> worst;
    double p = 1.0;
    std::size_t compared = 0;
};

Surest surestOf(const SegmentTable &table)
{
    Surest surest;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        for (const SegmentRow::Compared &each : table.rows[row].compared) {
            ++surest.compared;
            if (each.differs != SegmentDifference::Higher || each.p >= surest.p)
                continue;
            surest.worst = PayingSegments::Worst{row, each.share};
            surest.p = each.p;
        }
    }
    return surest;
}

} // namespace

SegmentsAsked payingQuestion(const Scenario &scenario)
{
    return {segmentsQuestion(scenario, {}), std::nullopt, std::nullopt};
}

PayingSegmentsPtr payingSegments(const AskedOfAll<SegmentsAsked> &asked,
                                 const ScenarioRows::Ptr &now, const JobControl &job)
{
    const std::vector<std::string> columns = dividingColumns(*asked.of, asked.question);
    std::shared_ptr<PayingSegments> most;
    double smallest = 1.0;
    std::size_t compared = 0;
    for (const std::string &column : columns) {
        const auto divided = dividedBy(askedBy(asked, column), now, job);
        if (job.stopRequested())
            return nullptr;
        if (!divided)
            continue;
        const Surest surest = surestOf(divided->table);
        compared += surest.compared;
        if (most && (!surest.worst || surest.p >= smallest))
            continue;
        most = divided;
        most->worst = surest.worst;
        smallest = surest.p;
    }
    if (!most)
        return nullptr;
    if (smallest * static_cast<double>(compared) >= surely)
        most->worst.reset();
    return most->worst || most->table.gain ? most : nullptr;
}

} // namespace oneinn
