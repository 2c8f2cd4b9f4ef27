// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/latencycurve.h"

#include <algorithm>
#include <cmath>

namespace oneinn::cli {

namespace {

/// Rows of the same latency, by what is shown of them when they are on time.
struct Group {
    double latency = 0.0;
    OperatingCounts counts;
};

std::vector<Group> groupsByLatency(const PredictionIndex &index, Threshold threshold)
{
    const Predictions &predictions = *index.predictions();
    const Eigen::ArrayXd &latency = *predictions.latency();
    auto rows = predictions.select(index.selection());
    rows.erase(std::remove_if(rows.begin(), rows.end(),
                              [&](std::uint32_t row) { return std::isnan(latency[row]); }),
               rows.end());
    std::sort(rows.begin(), rows.end(),
              [&](std::uint32_t a, std::uint32_t b) { return latency[a] < latency[b]; });

    std::vector<Group> groups;
    for (const std::uint32_t row : rows) {
        if (groups.empty() || groups.back().latency != latency[row])
            groups.push_back({latency[row], {}});
        const double weight = predictions.weight() ? (*predictions.weight())[row] : 1.0;
        const Tally tally{1.0, weight, weight * weight};
        OperatingCounts &counts = groups.back().counts;
        const bool shown = predictions.score()[row] >= threshold.value;
        if (predictions.label()[row])
            (shown ? counts.tp : counts.fn) += tally;
        else
            (shown ? counts.fp : counts.tn) += tally;
    }
    return groups;
}

} // namespace

std::vector<LatencyPoint> latencyCurve(const PredictionIndex &index, Threshold threshold)
{
    const auto groups = groupsByLatency(index, threshold);
    std::vector<LatencyPoint> points(groups.size());
    OperatingCounts onTime;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        onTime.tp += groups[i].counts.tp;
        onTime.fp += groups[i].counts.fp;
        onTime.fn += groups[i].counts.fn;
        onTime.tn += groups[i].counts.tn;
        points[i] = {groups[i].latency, *index.latency().shareWithin(groups[i].latency), onTime};
    }
    // Summed from the other end: what is left of all rows would not be exactly 0 in the end.
    OperatingCounts late;
    for (std::size_t i = groups.size(); i-- > 0;) {
        points[i].counts.latePositive = late.latePositive;
        points[i].counts.lateNegative = late.lateNegative;
        points[i].counts.latePositiveCaught = late.latePositiveCaught;
        late.latePositive += groups[i].counts.positives();
        late.lateNegative += groups[i].counts.negatives();
        late.latePositiveCaught += groups[i].counts.tp;
    }
    // A time-out is late for every budget.
    while (!points.empty() && std::isinf(points.back().latency))
        points.pop_back();
    return points;
}

} // namespace oneinn::cli
