// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/predictions/predictionindex.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace oneinn {

namespace {

Tally tallyOf(double weight)
{
    return {1.0, weight, weight * weight};
}

/// How many leading values of a descending sequence are >= the threshold.
template<typename Values> std::size_t countAtLeast(const Values &descending, double threshold)
{
    const auto end = std::partition_point(descending.begin(), descending.end(),
                                          [=](double score) { return score >= threshold; });
    return static_cast<std::size_t>(end - descending.begin());
}

} // namespace

Result<std::shared_ptr<const PredictionIndex>> PredictionIndex::build(PredictionsPtr predictions,
                                                                      Selection selection,
                                                                      const JobControl &job)
{
    std::shared_ptr<PredictionIndex> index(new PredictionIndex);
    index->m_row = predictions->select(selection);
    if (index->m_row.empty()) {
        Problem problem{.kind = ProblemKind::ValueMissing};
        if (!selection.where.empty()) {
            problem.column = selection.where.front().column;
            problem.detail = selection.where.front().value;
        } else if (selection.model) {
            problem.column = predictions->model() ? predictions->model()->name : "model";
            problem.detail = *selection.model;
        }
        return problem;
    }
    job.report(0.1);
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};

    const Eigen::ArrayXd &score = predictions->score();
    std::stable_sort(index->m_row.begin(), index->m_row.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return score[a] > score[b]; });
    index->m_score.reserve(index->m_row.size());
    for (const std::uint32_t row : index->m_row)
        index->m_score.push_back(score[row]);
    job.report(0.6);
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};

    if (const auto &latency = predictions->latency()) {
        std::vector<double> known;
        std::vector<double> knownWeight;
        for (const std::uint32_t row : index->m_row) {
            if (std::isnan((*latency)[row]))
                continue;
            known.push_back((*latency)[row]);
            knownWeight.push_back(predictions->weight() ? (*predictions->weight())[row] : 1.0);
        }
        index->m_rowsWithoutLatency = index->m_row.size() - known.size();
        const auto n = static_cast<Eigen::Index>(known.size());
        const Eigen::ArrayXd weights = Eigen::Map<const Eigen::ArrayXd>(knownWeight.data(), n);
        index->m_latency = LatencyDistribution(Eigen::Map<const Eigen::ArrayXd>(known.data(), n),
                                               predictions->weight() ? &weights : nullptr);
    }
    job.report(1.0);

    index->m_predictions = std::move(predictions);
    index->m_selection = std::move(selection);
    return std::shared_ptr<const PredictionIndex>(std::move(index));
}

std::shared_ptr<const BudgetSlice> PredictionIndex::at(Budget budget) const
{
    std::shared_ptr<BudgetSlice> slice(new BudgetSlice);
    slice->m_index = shared_from_this();
    slice->m_budget = budget;

    const LabelColumn &label = m_predictions->label();
    const bool limited = budget && m_predictions->hasLatency();
    std::vector<double> threshold;
    Tally positive;
    Tally negative;
    slice->m_positive.push_back({});
    slice->m_negative.push_back({});
    slice->m_latePositiveCaught.push_back({});
    slice->m_lateNegativeCaught.push_back({});

    for (std::size_t i = 0; i < m_row.size(); ++i) {
        const std::uint32_t row = m_row[i];
        const double latency = limited ? (*m_predictions->latency())[row] : 0.0;
        if (limited && std::isnan(latency))
            continue;
        const Tally tally =
                tallyOf(m_predictions->weight() ? (*m_predictions->weight())[row] : 1.0);
        if (limited && latency > budget->value) {
            (label[row] ? slice->m_latePositive : slice->m_lateNegative) += tally;
            slice->m_lateScore.push_back(m_score[i]);
            slice->m_latePositiveCaught.push_back(slice->m_latePositive);
            slice->m_lateNegativeCaught.push_back(slice->m_lateNegative);
            continue;
        }
        if (threshold.empty() || threshold.back() != m_score[i]) {
            threshold.push_back(m_score[i]);
            slice->m_positive.push_back(positive);
            slice->m_negative.push_back(negative);
        }
        (label[row] ? positive : negative) += tally;
        slice->m_positive.back() = positive;
        slice->m_negative.back() = negative;
    }

    const auto n = static_cast<Eigen::Index>(threshold.size());
    ThresholdSweep &sweep = slice->m_sweep;
    sweep.threshold = Eigen::Map<const Eigen::ArrayXd>(threshold.data(), n);
    sweep.tp.resize(n);
    sweep.fp.resize(n);
    for (Eigen::Index k = 0; k < n; ++k) {
        sweep.tp[k] = slice->m_positive[static_cast<std::size_t>(k) + 1].weight;
        sweep.fp[k] = slice->m_negative[static_cast<std::size_t>(k) + 1].weight;
    }
    sweep.positives = (positive + slice->m_latePositive).weight;
    sweep.negatives = (negative + slice->m_lateNegative).weight;
    return slice;
}

Eigen::Index BudgetSlice::shown(Threshold threshold) const
{
    return static_cast<Eigen::Index>(countAtLeast(m_sweep.threshold, threshold.value));
}

OperatingCounts BudgetSlice::counts(Threshold threshold) const
{
    const auto k = static_cast<std::size_t>(shown(threshold));
    const std::size_t lateCaught = countAtLeast(m_lateScore, threshold.value);
    OperatingCounts result;
    result.tp = m_positive[k];
    result.fp = m_negative[k];
    result.fn = m_positive.back() - m_positive[k];
    result.tn = m_negative.back() - m_negative[k];
    result.latePositive = m_latePositive;
    result.lateNegative = m_lateNegative;
    result.latePositiveCaught = m_latePositiveCaught[lateCaught];
    result.lateNegativeCaught = m_lateNegativeCaught[lateCaught];
    return result;
}

ThresholdInterval BudgetSlice::sameDecisions(Threshold threshold) const
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    const Eigen::Index k = shown(threshold);
    return {k < m_sweep.size() ? m_sweep.threshold[k] : -infinity,
            k > 0 ? m_sweep.threshold[k - 1] : infinity};
}

} // namespace oneinn
