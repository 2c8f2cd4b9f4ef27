// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/conventions/toolcells.h"

#include "core/metrics/curves.h"
#include "core/metrics/pointmetrics.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace oneinn {

namespace {

using Status = ToolCell::Status;

constexpr double orangeClip = 1e-15;
constexpr double h2oClip = 1e-15;

ToolCell numberCell(double value)
{
    return {.status = std::isnan(value) ? Status::NotANumber : Status::Number,
            .value = std::isnan(value) ? 0.0 : value};
}

ToolCell statusCell(Status status)
{
    return {.status = status};
}

/// The same metrics with the classes changed round.
ConfusionMatrix turnedRound(const ConfusionMatrix &matrix)
{
    return {matrix.tn(), matrix.fn(), matrix.fp(), matrix.tp()};
}

/// 2 P R / (P + R), NaN where it has no value.
double f1ByShares(const ConfusionMatrix &matrix, bool zeroWhereBothAre)
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    const auto precision = pointMetric(matrix, ToolMetric::Precision);
    const auto recall = pointMetric(matrix, ToolMetric::Recall);
    if (!precision || !recall)
        return nan;
    if (*precision + *recall == 0.0)
        return zeroWhereBothAre ? 0.0 : nan;
    return 2.0 * *precision * *recall / (*precision + *recall);
}

double averagedOverClasses(const ConfusionMatrix &matrix, ToolMetric metric)
{
    const double positives = matrix.tp() + matrix.fn();
    const double negatives = matrix.tn() + matrix.fp();
    return (positives * pointMetric(matrix, metric).value_or(0.0)
            + negatives * pointMetric(turnedRound(matrix), metric).value_or(0.0))
            / (positives + negatives);
}

ToolCell h2oPrecisionRecallCell(const ThresholdSweep &sweep)
{
    if (!(sweep.negatives > 0.0))
        return numberCell(1.0);
    return numberCell(davisGoadrichArea(sweep).value_or(0.0));
}

/// Whether what came true was given no chance at all anywhere.
bool hasImpossible(const ThresholdSweep &sweep)
{
    for (Eigen::Index row = 0; row < sweep.size(); ++row) {
        const ClassWeights at = classWeightsAt(sweep, row);
        if ((sweep.threshold[row] <= 0.0 && at.positive > 0.0)
            || (sweep.threshold[row] >= 1.0 && at.negative > 0.0))
            return true;
    }
    return false;
}

/// The row of the sweep where F1 is highest, the highest threshold of equals.
std::optional<Eigen::Index> bestF1Row(const ThresholdSweep &sweep)
{
    std::optional<Eigen::Index> best;
    double highest = 0.0;
    for (Eigen::Index row = 0; row < sweep.size(); ++row) {
        const double f1 = f1ByShares(sweep.matrix(row), false);
        if (f1 > highest) {
            highest = f1;
            best = row;
        }
    }
    return best;
}

} // namespace

ClassWeights classWeightsAt(const ThresholdSweep &sweep, Eigen::Index row)
{
    const bool first = row == 0;
    return {sweep.tp[row] - (first ? 0.0 : sweep.tp[row - 1]),
            sweep.fp[row] - (first ? 0.0 : sweep.fp[row - 1])};
}

bool scoresLieInUnit(const ThresholdSweep &sweep)
{
    return (sweep.threshold >= 0.0).all() && (sweep.threshold <= 1.0).all();
}

std::optional<double> pointMetric(const ConfusionMatrix &matrix, ToolMetric metric)
{
    const PointMetrics metrics = pointMetrics(matrix);
    switch (metric) {
    case ToolMetric::Precision:
        return metrics.precision;
    case ToolMetric::Recall:
        return metrics.recall;
    case ToolMetric::F1:
        return metrics.f1;
    case ToolMetric::Specificity:
        return metrics.specificity;
    case ToolMetric::Accuracy:
        return metrics.accuracy;
    default:
        return std::nullopt;
    }
}

ToolCell pointCell(const ToolRules &rules, const ConfusionMatrix &matrix, ToolMetric metric)
{
    if (rules.averages && metric != ToolMetric::Accuracy) {
        const bool oneClass = matrix.tp() + matrix.fn() == 0.0 || matrix.tn() + matrix.fp() == 0.0;
        if (metric == ToolMetric::Specificity && oneClass)
            return statusCell(Status::Refused);
        return numberCell(averagedOverClasses(matrix, metric));
    }
    if (metric == ToolMetric::F1 && rules.zero == ZeroRule::NotANumber)
        return numberCell(f1ByShares(matrix, rules.tool == Tool::Weka));
    if (const auto value = pointMetric(matrix, metric))
        return numberCell(*value);
    switch (rules.zero) {
    case ZeroRule::Zero:
        return numberCell(0.0);
    case ZeroRule::NotANumber:
        return numberCell(std::numeric_limits<double>::quiet_NaN());
    case ZeroRule::NotDocumented:
        break;
    }
    return statusCell(Status::NotDocumented);
}

ToolCell rocCell(Tool tool, const ThresholdSweep &sweep)
{
    if (const auto area = rocAuc(sweep))
        return numberCell(*area);
    switch (tool) {
    case Tool::H2O:
        return numberCell(sweep.negatives > 0.0 ? 0.0 : 1.0);
    case Tool::Torchmetrics:
        return numberCell(0.0);
    case Tool::Orange:
        return statusCell(Status::Refused);
    case Tool::DataRobot:
        return statusCell(Status::NotDocumented);
    case Tool::ScikitLearn:
    case Tool::Weka:
        break;
    }
    return statusCell(Status::NotANumber);
}

ToolCell precisionRecallCell(Tool tool, const ThresholdSweep &sweep)
{
    switch (tool) {
    case Tool::DataRobot:
        return statusCell(Status::NotDocumented);
    case Tool::Orange:
        return statusCell(Status::NotPrinted);
    case Tool::H2O:
        return h2oPrecisionRecallCell(sweep);
    case Tool::ScikitLearn:
    case Tool::Weka:
    case Tool::Torchmetrics:
        break;
    }
    if (const auto steps = averagePrecision(sweep))
        return numberCell(*steps);
    if (tool == Tool::ScikitLearn)
        return numberCell(0.0);
    return statusCell(tool == Tool::Weka ? Status::NotANumber : Status::NotDocumented);
}

ToolCell logLossCell(Tool tool, const ThresholdSweep &sweep)
{
    const bool oneClass = !(sweep.positives > 0.0) || !(sweep.negatives > 0.0);
    switch (tool) {
    case Tool::ScikitLearn:
    case Tool::Orange:
        if (oneClass)
            return statusCell(Status::Refused);
        return numberCell(*logLoss(
                sweep, tool == Tool::Orange ? orangeClip : std::numeric_limits<double>::epsilon()));
    case Tool::DataRobot:
        if (hasImpossible(sweep))
            return statusCell(Status::NotDocumented);
        return numberCell(*logLoss(sweep, 0.0));
    case Tool::H2O:
        return numberCell(*logLoss(sweep, h2oClip));
    case Tool::Weka:
    case Tool::Torchmetrics:
        break;
    }
    return statusCell(Status::NotPrinted);
}

ToolCell bestF1Cell(Tool tool, const ThresholdSweep &sweep, ToolMetric metric)
{
    if (tool != Tool::DataRobot && tool != Tool::H2O)
        return statusCell(Status::NotPrinted);
    const auto row = bestF1Row(sweep);
    if (!row)
        return statusCell(tool == Tool::H2O ? Status::NotANumber : Status::NotDocumented);
    return metric == ToolMetric::BestF1 ? numberCell(*fScore(sweep.matrix(*row), 1.0))
                                        : numberCell(sweep.threshold[*row]);
}

ToolCell brierCell(Tool tool, const ThresholdSweep &sweep)
{
    if (tool != Tool::ScikitLearn && tool != Tool::H2O)
        return statusCell(Status::NotPrinted);
    return numberCell(*brierScore(sweep));
}

std::optional<double> brierScore(const ThresholdSweep &sweep)
{
    if (!scoresLieInUnit(sweep))
        return std::nullopt;
    double sum = 0.0;
    for (Eigen::Index row = 0; row < sweep.size(); ++row) {
        const double p = sweep.threshold[row];
        const ClassWeights at = classWeightsAt(sweep, row);
        sum += at.positive * (1.0 - p) * (1.0 - p) + at.negative * p * p;
    }
    return sum / (sweep.positives + sweep.negatives);
}

std::optional<double> logLoss(const ThresholdSweep &sweep, double clip)
{
    if (!scoresLieInUnit(sweep))
        return std::nullopt;
    double sum = 0.0;
    for (Eigen::Index row = 0; row < sweep.size(); ++row) {
        const double p = std::clamp(sweep.threshold[row], clip, 1.0 - clip);
        const ClassWeights at = classWeightsAt(sweep, row);
        if (at.positive > 0.0)
            sum -= at.positive * std::log(p);
        if (at.negative > 0.0)
            sum -= at.negative * std::log1p(-p);
    }
    return sum / (sweep.positives + sweep.negatives);
}

} // namespace oneinn
