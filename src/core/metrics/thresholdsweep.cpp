// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/thresholdsweep.h"

#include "core/eigenindex.h"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace oneinn {

namespace {

std::vector<std::uint32_t> rowsByScore(const Eigen::Ref<const Eigen::ArrayXd> &score)
{
    std::vector<std::uint32_t> rows(static_cast<std::size_t>(score.size()));
    std::iota(rows.begin(), rows.end(), 0U);
    // By row among ties, so that sums of weights round the same everywhere.
    std::sort(rows.begin(), rows.end(), [&score](std::uint32_t a, std::uint32_t b) {
        return score[a] > score[b] || (score[a] == score[b] && a < b);
    });
    return rows;
}

} // namespace

ThresholdSweep thresholdSweep(
        const Eigen::Ref<const Eigen::Array<std::uint8_t, Eigen::Dynamic, 1>> &label,
        const Eigen::Ref<const Eigen::ArrayXd> &score, const Eigen::ArrayXd *weight)
{
    return thresholdSweep(rowsByScore(score), label, score, weight);
}

ThresholdSweep thresholdSweep(
        const std::vector<std::uint32_t> &byScore,
        const Eigen::Ref<const Eigen::Array<std::uint8_t, Eigen::Dynamic, 1>> &label,
        const Eigen::Ref<const Eigen::ArrayXd> &score, const Eigen::ArrayXd *weight)
{
    assert(label.size() == score.size());
    assert(!weight || weight->size() == score.size());
    ThresholdSweep sweep;
    sweep.threshold.resize(eigenIndex(byScore.size()));
    sweep.tp.resize(eigenIndex(byScore.size()));
    sweep.fp.resize(eigenIndex(byScore.size()));
    Eigen::Index step = -1;
    for (const std::uint32_t row : byScore) {
        const double one = weight ? (*weight)[row] : 1.0;
        if (!(one > 0.0))
            continue;
        if (step < 0 || score[row] != sweep.threshold[step])
            sweep.threshold[++step] = score[row];
        (label[row] ? sweep.positives : sweep.negatives) += one;
        sweep.tp[step] = sweep.positives;
        sweep.fp[step] = sweep.negatives;
    }
    for (Eigen::ArrayXd *column : {&sweep.threshold, &sweep.tp, &sweep.fp})
        column->conservativeResize(step + 1);
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
    return {threshold,
            tp * factors.positive,
            fp * factors.negative,
            positives * factors.positive,
            negatives * factors.negative,
            isOfBins};
}

} // namespace oneinn
