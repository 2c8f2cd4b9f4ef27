// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plots/scorehistogram.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace oneinn {

namespace {

/// Weights with a score of at least a threshold, by class.
struct AtLeast {
    double positive = 0.0;
    double negative = 0.0;
    double latePositive = 0.0;
    double lateNegative = 0.0;
};

AtLeast atLeast(const BudgetSlice &slice, Threshold threshold)
{
    const OperatingCounts counts = slice.counts(threshold);
    return {counts.tp.weight + counts.latePositiveCaught.weight,
            counts.fp.weight + counts.lateNegativeCaught.weight, counts.latePositiveCaught.weight,
            counts.lateNegativeCaught.weight};
}

/// Where either class is rarer its bars would be too low to see on the other's scale.
bool isEven(const OperatingCounts &counts)
{
    constexpr double rarest = 0.1;
    const double positives = counts.positives().weight;
    const double all = positives + counts.negatives().weight;
    return positives >= rarest * all && positives <= (1.0 - rarest) * all;
}

/// Where a bar begins; the outermost edges take everything beyond them, so that no row is left out.
double lowerEdge(int bar, int bars, const charts::AxisMapping &mapping)
{
    const double width = (mapping.high() - mapping.low()) / bars;
    return bar == 0 ? -std::numeric_limits<double>::infinity()
                    : mapping.toScore(mapping.low() + bar * width);
}

std::vector<double> scaled(const std::vector<double> &shares, double all)
{
    std::vector<double> counts = shares;
    for (double &count : counts)
        count *= all;
    return counts;
}

double sumOf(const std::vector<double> &counts)
{
    return std::accumulate(counts.begin(), counts.end(), 0.0);
}

} // namespace

charts::HistogramData scoreHistogram(const Assessment &assessment,
                                     const charts::AxisMapping &mapping, int bars)
{
    return scoreHistogram(*assessment.slice, assessment.scenario.threshold, mapping, bars);
}

charts::HistogramData scoreHistogram(const BudgetSlice &slice, Threshold shown,
                                     const charts::AxisMapping &mapping, int bars)
{
    const double threshold = shown.value;
    charts::HistogramData data;
    const double width = (mapping.high() - mapping.low()) / bars;
    AtLeast right;
    AtLeast shownFrom = atLeast(slice, {threshold});
    for (int bar = bars - 1; bar >= 0; --bar) {
        const double edge = mapping.low() + bar * width;
        const double lower = lowerEdge(bar, bars, mapping);
        const AtLeast left = atLeast(slice, {lower});
        // What is shown of this bar: from the threshold or the bar's own edge on, whichever is
        // higher.
        const bool allShown = lower >= threshold;
        const double positiveShown =
                std::max(0.0, (allShown ? left : shownFrom).positive - right.positive);
        const double negativeShown =
                std::max(0.0, (allShown ? left : shownFrom).negative - right.negative);
        data.edges.push_back(edge);
        data.positiveShown.push_back(positiveShown);
        data.positiveNotShown.push_back(left.positive - right.positive - positiveShown);
        data.negativeShown.push_back(negativeShown);
        data.negativeNotShown.push_back(left.negative - right.negative - negativeShown);
        const AtLeast &from = allShown ? left : shownFrom;
        data.positiveLate.push_back(std::max(0.0, from.latePositive - right.latePositive));
        data.negativeLate.push_back(std::max(0.0, from.lateNegative - right.lateNegative));
        right = left;
    }
    for (auto *column :
         {&data.edges, &data.positiveShown, &data.positiveNotShown, &data.negativeShown,
          &data.negativeNotShown, &data.positiveLate, &data.negativeLate})
        std::reverse(column->begin(), column->end());
    data.edges.push_back(mapping.high());
    data.oneScale = isEven(slice.counts(Threshold{threshold}));
    return data;
}

ScoreOutline scoreOutline(const PredictionIndex &index, const charts::AxisMapping &mapping,
                          int bars)
{
    const auto slice = index.at({});
    ScoreOutline outline;
    AtLeast right;
    for (int bar = bars - 1; bar >= 0; --bar) {
        const AtLeast left = atLeast(*slice, {lowerEdge(bar, bars, mapping)});
        outline.positive.push_back(left.positive - right.positive);
        outline.negative.push_back(left.negative - right.negative);
        right = left;
    }
    const double all = right.positive + right.negative;
    for (auto *column : {&outline.positive, &outline.negative}) {
        std::reverse(column->begin(), column->end());
        *column = all > 0.0 ? scaled(*column, 1.0 / all) : std::vector<double>();
    }
    return outline;
}

void setEarlier(charts::HistogramData &data, const ScoreOutline &outline)
{
    const double all = sumOf(data.positiveShown) + sumOf(data.positiveNotShown)
            + sumOf(data.negativeShown) + sumOf(data.negativeNotShown);
    data.positiveEarlier = scaled(outline.positive, all);
    data.negativeEarlier = scaled(outline.negative, all);
}

} // namespace oneinn
