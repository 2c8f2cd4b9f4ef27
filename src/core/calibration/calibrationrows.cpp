// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/calibration/calibrationrows.h"

#include "core/clusters/rowclusters.h"

namespace oneinn {

std::optional<CalibrationRows> calibrationRows(const PredictionIndex &index)
{
    return calibrationRows(*index.predictions(), index.selection());
}

std::optional<CalibrationRows> calibrationRows(const Predictions &predictions,
                                               const Selection &selection)
{
    const auto rows = predictions.select(selection);
    const auto size = static_cast<Eigen::Index>(rows.size());
    CalibrationRows result;
    result.label.resize(size);
    result.probability.resize(size);
    result.weight = Eigen::ArrayXd::Ones(size);
    result.weighted = predictions.weight().has_value();
    for (Eigen::Index i = 0; i < size; ++i) {
        const std::uint32_t row = rows[static_cast<std::size_t>(i)];
        result.label[i] = predictions.label()[row];
        result.probability[i] = predictions.score()[row];
        if (result.weighted)
            result.weight[i] = (*predictions.weight())[row];
    }
    const RowClusters clusters = rowClusters(predictions);
    result.user = codesOf(clusters.users, rows);
    result.day = codesOf(clusters.days, rows);
    if ((result.probability < 0.0).any() || (result.probability > 1.0).any())
        return std::nullopt;
    return result;
}

} // namespace oneinn
