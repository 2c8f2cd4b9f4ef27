// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clusters/largestcluster.h"

#include "core/clusters/rowclusters.h"

#include <algorithm>
#include <vector>

namespace oneinn {

std::optional<LargestCluster> largestCluster(const Predictions &predictions,
                                             const Selection &selection)
{
    const RowClusters clusters = rowClusters(predictions);
    if (!clusters.users)
        return std::nullopt;
    std::vector<double> weights(clusters.users->end(), 0.0);
    double all = 0.0;
    for (const std::uint32_t row : predictions.select(selection, Calls::All)) {
        const double weight = predictions.weight() ? (*predictions.weight())[row] : 1.0;
        weights[clusters.users->of(static_cast<Eigen::Index>(row))] += weight;
        all += weight;
    }
    const auto count = static_cast<double>(
            std::ranges::count_if(weights, [](double weight) { return weight > 0.0; }));
    if (count < fewestClusters)
        return std::nullopt;
    constexpr double large = 0.1;
    constexpr double timesTheMean = 2.0;
    const double share = std::ranges::max(weights) / all;
    if (share < std::max(large, timesTheMean / count))
        return std::nullopt;
    return LargestCluster{clusters.who, share};
}

} // namespace oneinn
