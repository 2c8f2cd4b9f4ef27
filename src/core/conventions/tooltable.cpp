// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/conventions/tooltable.h"

#include "core/metrics/curves.h"
#include "core/metrics/pointmetrics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace oneinn {

namespace {

using Status = ToolCell::Status;

ConfusionMatrix matrixOf(const ThresholdSweep &sweep, Eigen::Index shown)
{
    return shown == 0 ? sweep.alertOnNothing() : sweep.matrix(shown - 1);
}

/// Of scores falling: the first of those equally near.
Eigen::Index nearestRow(const ThresholdSweep &sweep, double threshold)
{
    Eigen::Index nearest = 0;
    (sweep.threshold - threshold).abs().minCoeff(&nearest);
    return nearest;
}

double sigmoid(double logit)
{
    return 1.0 / (1.0 + std::exp(-logit));
}

/// How many rows of the sweep a tool shows at a threshold.
Eigen::Index shownRows(const ToolRules &rules, const ThresholdSweep &sweep, double threshold,
                       bool probabilities)
{
    if (rules.sigmoid && !probabilities)
        return sweep.threshold.unaryExpr(&sigmoid)
                .unaryExpr([threshold](double p) { return p > threshold ? 1.0 : 0.0; })
                .cast<Eigen::Index>()
                .sum();
    switch (rules.shown) {
    case ShownRule::AtLeast:
        break;
    case ShownRule::Above:
        return (sweep.threshold > threshold).count();
    case ShownRule::NearestScore:
        return nearestRow(sweep, threshold) + 1;
    }
    return (sweep.threshold >= threshold).count();
}

bool isAtThreshold(ToolMetric metric)
{
    return metric <= ToolMetric::Accuracy;
}

/// What is asked of every tool.
struct Asked {
    const ConventionRows &rows;
    double threshold;
    bool probabilities;
};

const ThresholdSweep &sweepOf(const ToolRules &rules, const Asked &asked)
{
    return rules.weights ? asked.rows.weighted : asked.rows.plain;
}

/// Whether a metric hangs on which scores the tool keeps as thresholds.
bool hangsOnThresholds(Tool tool, ToolMetric metric)
{
    return metric != ToolMetric::LogLoss && metric != ToolMetric::Brier
            && (tool == Tool::H2O || metric != ToolMetric::RocAuc);
}

bool keepsSome(const ToolRules &rules, const Asked &asked)
{
    return rules.mostThresholds > 0
            && static_cast<std::size_t>(sweepOf(rules, asked).size()) > rules.mostThresholds;
}

/// At the person's threshold: of a tool that merges scores, as if it were one of its own.
ConfusionMatrix toolMatrix(const ToolRules &rules, const Asked &asked)
{
    const ThresholdSweep &sweep = sweepOf(rules, asked);
    ToolRules as = rules;
    if (rules.shown == ShownRule::NearestScore && keepsSome(rules, asked))
        as.shown = ShownRule::AtLeast;
    return matrixOf(sweep, shownRows(as, sweep, asked.threshold, asked.probabilities));
}

ToolCell metricCell(const ToolRules &rules, const Asked &asked, ToolMetric metric)
{
    const ThresholdSweep &sweep = sweepOf(rules, asked);
    switch (metric) {
    case ToolMetric::RocAuc:
        return rocCell(rules.tool, sweep);
    case ToolMetric::AveragePrecision:
        return precisionRecallCell(rules.tool, sweep);
    case ToolMetric::LogLoss:
        return asked.probabilities ? logLossCell(rules.tool, sweep)
                                   : ToolCell{.status = Status::NeedsProbabilities};
    case ToolMetric::Brier:
        return asked.probabilities ? brierCell(rules.tool, sweep)
                                   : ToolCell{.status = Status::NeedsProbabilities};
    case ToolMetric::BestF1Threshold:
    case ToolMetric::BestF1:
        return bestF1Cell(rules.tool, sweep, metric);
    default:
        break;
    }
    if (rules.shown == ShownRule::NearestScore && (asked.threshold < 0.0 || asked.threshold > 1.0))
        return ToolCell{.status = Status::Refused};
    return pointCell(rules, toolMatrix(rules, asked), metric);
}

ToolReason movedBy(const ToolRules &rules, const Asked &asked)
{
    if (rules.sigmoid && !asked.probabilities)
        return ToolReason::Sigmoid;
    return rules.shown == ShownRule::Above ? ToolReason::TieNotShown : ToolReason::NearestScore;
}

bool isOtherNumber(const std::optional<double> &a, const std::optional<double> &b)
{
    return a.has_value() != b.has_value() || (a && std::abs(*a - *b) > toolTolerance);
}

void addPointReasons(ToolCell &cell, const ToolRules &rules, const Asked &asked, ToolMetric metric)
{
    const ThresholdSweep &sweep = sweepOf(rules, asked);
    const ConfusionMatrix ours = matrixOf(sweep, (sweep.threshold >= asked.threshold).count());
    const ConfusionMatrix theirs = toolMatrix(rules, asked);
    if (ours.tp() != theirs.tp() || ours.fp() != theirs.fp())
        cell.reasons.push_back(movedBy(rules, asked));
    if (rules.averages && metric != ToolMetric::Accuracy)
        cell.reasons.push_back(ToolReason::Averaged);
    else if (!pointMetric(theirs, metric) || cell.status == Status::NotANumber)
        cell.reasons.push_back(ToolReason::NoDenominator);
}

void addReasons(ToolCell &cell, const ToolRules &rules, const Asked &asked, ToolMetric metric)
{
    if (asked.rows.hasWeights && !rules.weights)
        cell.reasons.push_back(ToolReason::RowsCountOnce);
    if (isAtThreshold(metric))
        return addPointReasons(cell, rules, asked, metric);
    const ThresholdSweep &sweep = sweepOf(rules, asked);
    const bool oneClass = !(sweep.positives > 0.0) || !(sweep.negatives > 0.0);
    if (oneClass && metric != ToolMetric::BestF1Threshold)
        cell.reasons.push_back(ToolReason::NoDenominator);
    else if (metric == ToolMetric::AveragePrecision && rules.tool == Tool::H2O)
        cell.reasons.push_back(ToolReason::Interpolated);
    else if (metric == ToolMetric::BestF1Threshold)
        cell.reasons.push_back(ToolReason::ScoreItself);
}

/// Whether a tool has such a number at all, so that it can be compared with ours.
bool isComparable(const ToolCell &cell, ToolMetric metric)
{
    return metric != ToolMetric::LogLoss
            && (cell.status == Status::Number || cell.status == Status::NotANumber);
}

ToolCell toolCell(const ToolRules &rules, const Asked &asked, ToolMetric metric,
                  const OurValues &ours)
{
    if (rules.probabilitiesOnly && !asked.probabilities)
        return ToolCell{.status = Status::NeedsProbabilities};
    ToolCell cell = metricCell(rules, asked, metric);
    cell.about = cell.status == Status::Number && keepsSome(rules, asked)
            && hangsOnThresholds(rules.tool, metric);
    const auto &our = ours[static_cast<std::size_t>(metric)];
    cell.differs = isComparable(cell, metric) && isOtherNumber(cell.number(), our);
    if (cell.differs)
        addReasons(cell, rules, asked, metric);
    return cell;
}

OurValues ourValues(const ThresholdSweep &sweep, double threshold,
                    const std::optional<Threshold> &bestF1)
{
    OurValues ours;
    const auto at = [&ours](ToolMetric metric) -> std::optional<double> & {
        return ours[static_cast<std::size_t>(metric)];
    };
    const ConfusionMatrix matrix = matrixOf(sweep, (sweep.threshold >= threshold).count());
    for (std::size_t i = 0; i <= static_cast<std::size_t>(ToolMetric::Accuracy); ++i)
        ours[i] = pointMetric(matrix, static_cast<ToolMetric>(i));
    at(ToolMetric::RocAuc) = rocAuc(sweep);
    at(ToolMetric::AveragePrecision) = averagePrecision(sweep);
    at(ToolMetric::Brier) = brierScore(sweep);
    if (bestF1) {
        at(ToolMetric::BestF1Threshold) = bestF1->value;
        at(ToolMetric::BestF1) =
                fScore(matrixOf(sweep, (sweep.threshold >= bestF1->value).count()), 1.0);
    }
    return ours;
}

} // namespace

ToolTable toolTable(const ConventionRows &rows, Threshold threshold,
                    const std::optional<Threshold> &bestF1)
{
    const ThresholdSweep &plain = rows.plain;
    assert(plain.size() > 0);
    const Asked asked{rows, threshold.value, scoresLieInUnit(plain)};
    ToolTable table;
    table.ours = ourValues(rows.weighted, threshold.value, bestF1);
    table.probabilities = asked.probabilities;
    table.distinctScores = static_cast<std::size_t>(plain.size());
    if (std::isfinite(threshold.value)) {
        const Eigen::Index nearest = nearestRow(plain, threshold.value);
        table.nearestScore = plain.threshold[nearest];
        if (plain.threshold[nearest] == threshold.value) {
            const ClassWeights at = classWeightsAt(plain, nearest);
            table.tied = at.positive + at.negative;
        }
    }
    for (std::size_t tool = 0; tool < toolCount; ++tool) {
        for (std::size_t metric = 0; metric < toolMetricCount; ++metric)
            table.tools[tool][metric] = toolCell(rulesOf(static_cast<Tool>(tool)), asked,
                                                 static_cast<ToolMetric>(metric), table.ours);
    }
    return table;
}

} // namespace oneinn
