// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <cmath>
#include <utility>
#include <vector>

/// Assessments of rows that are given by how many of each kind there are.
namespace testsupport {

/// At the threshold 0.5 and the budget 400 ms: how many rows fall where.
struct Kinds {
    int tp = 0, fp = 0, fn = 0, tn = 0; ///< on time
    int latePositiveCaught = 0;         ///< would have been shown
    int latePositive = 0;               ///< would not
    int lateNegative = 0;
    bool withLatency = true;
};

/// 2,210 shown on time, 287 of them wrong (1 in 8); 2,893 positives; 470 of 9,480 late.
inline constexpr Kinds inlineSuggestion{1923, 287, 800, 6000, 130, 40, 300};

inline oneinn::Scenario scenarioAt(double threshold, oneinn::Budget budget = {})
{
    oneinn::Scenario scenario;
    scenario.threshold = {threshold};
    scenario.budget = budget;
    scenario.usesPerWeek = 40;
    return scenario;
}

inline oneinn::Assessment assessed(const Kinds &kinds, const oneinn::Scenario &scenario)
{
    struct Row {
        int count;
        std::uint8_t label;
        double score;
        double latency;
    };
    const std::vector<Row> rows{{kinds.tp, 1, 0.8, 100.0},
                                {kinds.fp, 0, 0.6, 100.0},
                                {kinds.fn, 1, 0.4, 100.0},
                                {kinds.tn, 0, 0.2, 100.0},
                                {kinds.latePositiveCaught, 1, 0.7, 900.0},
                                {kinds.latePositive, 1, 0.3, 900.0},
                                {kinds.lateNegative, 0, 0.1, 900.0}};
    Eigen::Index n = 0;
    for (const Row &row : rows)
        n += row.count;
    oneinn::PredictionColumns columns;
    columns.label.resize(n);
    columns.score.resize(n);
    Eigen::ArrayXd latency(n);
    Eigen::Index at = 0;
    for (const Row &row : rows) {
        columns.label.segment(at, row.count) = row.label;
        columns.score.segment(at, row.count) = row.score;
        latency.segment(at, row.count) = row.latency;
        at += row.count;
    }
    if (kinds.withLatency)
        columns.latency = latency;
    const auto predictions =
            std::make_shared<const oneinn::Predictions>(std::move(columns), oneinn::RowAccount{});
    const auto index = oneinn::PredictionIndex::build(predictions, scenario.selection);
    return oneinn::assess(*index.value(), scenario);
}

} // namespace testsupport
