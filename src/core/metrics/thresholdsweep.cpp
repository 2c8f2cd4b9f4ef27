// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/thresholdsweep.h"

#include <algorithm>
#include <cassert>
#include <vector>

namespace oneinn {

namespace {

std::vector<Eigen::Index> rowsByScoreDescending(const Eigen::Ref<const Eigen::ArrayXd> &score,
                                                const Eigen::ArrayXd *weight)
{
    std::vector<Eigen::Index> rows;
    rows.reserve(static_cast<std::size_t>(score.size()));
    for (Eigen::Index row = 0; row < score.size(); ++row) {
        if (!weight || (*weight)[row] > 0.0)
            rows.push_back(row);
    }
    // By row among ties, so that sums of weights round the same everywhere.
    std::sort(rows.begin(), rows.end(), [&score](Eigen::Index a, Eigen::Index b) {
        return score[a] > score[b] || (score[a] == score[b] && a < b);
    });
    return rows;
}

} // namespace

ThresholdSweep thresholdSweep(
        const Eigen::Ref<const Eigen::Array<std::uint8_t, Eigen::Dynamic, 1>> &label,
        const Eigen::Ref<const Eigen::ArrayXd> &score, const Eigen::ArrayXd *weight)
{
    assert(label.size() == score.size());
    assert(!weight || weight->size() == score.size());
    const auto rows = rowsByScoreDescending(score, weight);

    Eigen::Index distinct = 0;
    for (std::size_t i = 0; i < rows.size(); ++i)
        distinct += i == 0 || score[rows[i]] != score[rows[i - 1]] ? 1 : 0;

    ThresholdSweep sweep;
    sweep.threshold.resize(distinct);
    sweep.tp.resize(distinct);
    sweep.fp.resize(distinct);
    Eigen::Index step = -1;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto row = rows[i];
        if (i == 0 || score[row] != score[rows[i - 1]])
            sweep.threshold[++step] = score[row];
        (label[row] ? sweep.positives : sweep.negatives) += weight ? (*weight)[row] : 1.0;
        sweep.tp[step] = sweep.positives;
        sweep.fp[step] = sweep.negatives;
    }
    return sweep;
}

ConfusionMatrix ThresholdSweep::matrix(Eigen::Index row) const
{
    // Totals summed in another order may round below the cumulative sums.
    return {tp[row], fp[row], std::max(0.0, positives - tp[row]),
            std::max(0.0, negatives - fp[row])};
}

ThresholdSweep ThresholdSweep::rebased(const ClassFactors &factors) const
{
    return {threshold, tp * factors.positive, fp * factors.negative, positives * factors.positive,
            negatives * factors.negative};
}

} // namespace oneinn
