// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictionindex.h"

#include <QString>

#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

namespace testsupport {

/// Kinds of larger random data for the index, each hard in its own way.
inline const std::vector<std::string> &predictionKinds()
{
    static const std::vector<std::string> all{
            "distinct scores",
            "heavy ties",
            "one score",
            "one big tie",
            "all late",
            "none late",
            "no latency known",
            "some latency unknown",
            "time-outs",
            "equal latencies",
            "all positive",
            "all negative",
            "rare positives",
            "useful scores",
            "quarter weights",
            "uneven weights",
            "weights of many decades",
            "no latency column",
            "signed scores",
            "blocks of labels",
    };
    return all;
}

/// Budgets worth asking random predictions for, besides none.
inline const std::vector<double> &budgetsToTry()
{
    static const std::vector<double> all{0.0,  0.5,    49.0,
                                         50.0, 137.25, 400.0,
                                         999., 1e6,    std::numeric_limits<double>::infinity()};
    return all;
}

inline oneinn::PredictionColumns randomColumns(const std::string &kind, Eigen::Index n,
                                               unsigned seed)
{
    std::mt19937_64 random(seed * 7919U + 13U);
    const auto share = [&random] { return double(random() >> 11U) * 0x1p-53; };
    const auto is = [&kind](const char *name) { return kind == name; };
    constexpr double infinity = std::numeric_limits<double>::infinity();
    constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
    oneinn::PredictionColumns columns;
    columns.label.resize(n);
    columns.score.resize(n);
    Eigen::ArrayXd latency(n);
    Eigen::ArrayXd weight(n);
    columns.model = oneinn::CategoryColumn{"model", {"small", "large"}, oneinn::CodeColumn(n)};
    columns.segments.push_back({"country", {"FI", "SE", "NO"}, oneinn::CodeColumn(n)});
    const double positives = is("rare positives") ? 0.002 : 0.3;
    for (Eigen::Index i = 0; i < n; ++i) {
        const bool positive = is("all positive") || (!is("all negative") && share() < positives);
        columns.label[i] = positive ? 1 : 0;
        double score = share();
        if (is("heavy ties"))
            score = std::floor(7.0 * score) / 7.0;
        else if (is("one score"))
            score = 0.5;
        else if (is("one big tie"))
            score = score < 0.6 ? 0.4 : score;
        else if (is("useful scores"))
            score = std::pow(score, positive ? 0.5 : 2.0);
        else if (is("signed scores"))
            score = score < 0.1 ? (share() < 0.5 ? 0.0 : -0.0) : (score - 0.5) * 1e9;
        else if (is("blocks of labels")) { // the same gain comes back again and again
            score = double(n - i);
            columns.label[i] = i % 384 < 128 ? 1 : 0;
        }
        columns.score[i] = score;
        latency[i] = 1.0 - 100.0 * std::log1p(-share());
        if (is("all late"))
            latency[i] = 1e9;
        else if (is("none late") || is("blocks of labels"))
            latency[i] = 0.0;
        else if (is("no latency known") || (is("some latency unknown") && share() < 0.3))
            latency[i] = unknown;
        else if (is("time-outs") && share() < 0.2)
            latency[i] = infinity;
        else if (is("equal latencies"))
            latency[i] = 50.0 * (1.0 + std::floor(3.0 * share()));
        weight[i] = is("quarter weights") ? std::ceil(16.0 * share()) / 4.0 : 0.001 + share();
        if (is("weights of many decades"))
            weight[i] = std::pow(10.0, 12.0 * share() - 6.0);
        columns.model->codes[i] = static_cast<std::uint32_t>(random() % 2);
        columns.segments[0].codes[i] = static_cast<std::uint32_t>(random() % 3);
    }
    if (kind.find("weights") != std::string::npos)
        columns.weight = weight;
    if (!is("no latency column"))
        columns.latency = latency;
    return columns;
}

inline oneinn::PredictionsPtr randomPredictions(const std::string &kind, Eigen::Index n,
                                                unsigned seed)
{
    return std::make_shared<const oneinn::Predictions>(randomColumns(kind, n, seed),
                                                       oneinn::RowAccount());
}

/// What a row of predictions does at a budget, straight from the definition.
enum class Part { OnTime, Late, None };
inline Part partOf(const oneinn::Predictions &predictions, Eigen::Index row,
                   const oneinn::Budget &budget)
{
    if (!budget || !predictions.hasLatency())
        return Part::OnTime;
    const double latency = (*predictions.latency())[row];
    if (std::isnan(latency))
        return Part::None;
    return latency <= budget->value && !std::isinf(latency) ? Part::OnTime : Part::Late;
}

inline double weightOf(const oneinn::Predictions &predictions, Eigen::Index row)
{
    return predictions.weight() ? (*predictions.weight())[row] : 1.0;
}

/// The sweep of the on-time rows by the core's own function for columns, late rows in the totals.
inline oneinn::ThresholdSweep sweepByColumns(const oneinn::Predictions &predictions,
                                             const oneinn::Budget &budget)
{
    Eigen::ArrayXd weight(predictions.rows());
    double latePositives = 0.0;
    double lateNegatives = 0.0;
    for (Eigen::Index row = 0; row < predictions.rows(); ++row) {
        const Part part = partOf(predictions, row, budget);
        const double w = weightOf(predictions, row);
        weight[row] = part == Part::OnTime ? w : 0.0;
        if (part == Part::Late)
            (predictions.label()[row] != 0 ? latePositives : lateNegatives) += w;
    }
    auto sweep = oneinn::thresholdSweep(predictions.label(), predictions.score(), &weight);
    sweep.positives += latePositives;
    sweep.negatives += lateNegatives;
    return sweep;
}

} // namespace testsupport
