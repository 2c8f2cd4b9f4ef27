// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/trialnumbers.h"

#include "core/metrics/curves.h"
#include "core/predictions/defaultselection.h"
#include "core/predictions/predictionindex.h"

namespace oneinn {

namespace {

constexpr double oneHalf = 0.5;
constexpr double slow = 0.95;

double positiveShareOf(const Predictions &predictions, const Selection &selection)
{
    double positive = 0.0;
    double all = 0.0;
    for (const std::uint32_t row : predictions.select(selection)) {
        const auto at = static_cast<Eigen::Index>(row);
        const double weight = predictions.weight() ? (*predictions.weight())[at] : 1.0;
        all += weight;
        positive += predictions.label()[at] != 0 ? weight : 0.0;
    }
    return positive / all;
}

} // namespace

Result<TrialNumbers> trialNumbers(const PredictionsPtr &predictions, const JobControl &job)
{
    const Selection selection = defaultSelection(*predictions);
    const auto built = PredictionIndex::build(predictions, selection, job);
    if (!built)
        return built.problem();
    const PredictionIndex &index = *built.value();
    const auto sweep = index.at({})->sweep();
    return TrialNumbers{.account = predictions->account(),
                        .model = selection.model,
                        .positiveShare = positiveShareOf(*predictions, selection),
                        .lowScore = index.scoreAt(index.rows() - 1),
                        .highScore = index.scoreAt(0),
                        .auc = rocAuc(sweep),
                        .medianWait = index.latency().percentile(oneHalf),
                        .slowWait = index.latency().percentile(slow)};
}

} // namespace oneinn
