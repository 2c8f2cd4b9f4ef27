// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/combinedpolicy.h"

#include "core/infinity.h"
#include "core/policies/ownthresholds.h"
#include "core/policies/policy.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

namespace oneinn {

namespace {

double besides(double score, const DividedUses &divided)
{
    return onDial(score, divided.otherThreshold, divided.ownThreshold, {});
}

/// The lowest score of the other model that is shown from a threshold up.
Threshold otherThresholdAt(const Eigen::Ref<const Eigen::ArrayXd> &score, Threshold own,
                           const DividedUses &divided)
{
    double lowest = infinity;
    for (const double one : score) {
        if (besides(one, divided) >= own.value)
            lowest = std::min(lowest, one);
    }
    return {lowest};
}

/// Which column is which.
struct Roles {
    const PairedRows &rows;
    ModelPoint own;
    Eigen::Index other;

    Policy operator()(const FirstAsked &first) const
    {
        return Cascade{.small = other,
                       .deferBetween = first.deferBetween,
                       .large = own,
                       .parallel = first.parallel,
                       .sure = scoresBeyond(rows, own.model)};
    }
    Policy operator()(const AskedAgain &again) const { return Hedged{own, again.after}; }
    /// Its scores are the dial's already.
    Policy operator()(const ThresholdsBySegment & /*in the scores*/) const
    {
        return SingleModel{.point = own, .late = LatePolicy::Wait};
    }
    Policy operator()(const DividedUses &divided) const
    {
        const auto score = rows.score.col(other);
        return Mixture{
                divided.share, own, {other, otherThresholdAt(score, own.threshold, divided)}};
    }
};

/// In the order of examples, as several models are joined: a coin and a second request then fall
/// alike, however many models are compared.
PairedRows byExample(PairedRows rows, const CategoryColumn &ids)
{
    std::vector<Eigen::Index> places(rows.row.size());
    std::iota(places.begin(), places.end(), Eigen::Index{0});
    std::stable_sort(places.begin(), places.end(), [&](Eigen::Index a, Eigen::Index b) {
        return ids.codes[rows.row[static_cast<std::size_t>(a)]]
                < ids.codes[rows.row[static_cast<std::size_t>(b)]];
    });
    PairedRows sorted = rows;
    sorted.label = rows.label(places);
    sorted.weight = rows.weight(places);
    sorted.score = rows.score(places, Eigen::all);
    sorted.latency = rows.latency(places, Eigen::all);
    sorted.failed = rows.failed(places, Eigen::all);
    for (std::size_t i = 0; i < places.size(); ++i)
        sorted.row[i] = rows.row[static_cast<std::size_t>(places[i])];
    return sorted;
}

std::optional<PairedRows> usesOf(const Predictions &predictions, const Selection &selection,
                                 const Combination &combination)
{
    const std::string *other = otherModelOf(combination);
    if (other && (!selection.model || *other == *selection.model))
        return std::nullopt;
    auto joined = other ? joinedModels(predictions, selection.where, {*selection.model, *other})
                        : rowsOfOneModel(predictions, selection);
    auto *rows = std::get_if<PairedRows>(&joined);
    if (!rows)
        return std::nullopt;
    const bool several = selection.model && predictions.exampleId() && predictions.model()
            && predictions.model()->values.size() > 1;
    if (!other && several)
        return byExample(std::move(*rows), *predictions.exampleId());
    return std::move(*rows);
}

PredictionColumns columnsOf(const Predictions &predictions)
{
    PredictionColumns columns{.label = predictions.label(),
                              .score = predictions.score(),
                              .latency = predictions.latency(),
                              .weight = predictions.weight(),
                              .model = predictions.model(),
                              .segments = predictions.segments(),
                              .alike = predictions.alike(),
                              .features = predictions.features(),
                              .exampleId = predictions.exampleId(),
                              .userId = predictions.userId(),
                              .day = predictions.day(),
                              .modelsShareRecords = predictions.modelsShareRecords(),
                              .line = predictions.line()};
    if (predictions.hasFailures()) {
        columns.failed = LabelColumn(predictions.rows());
        for (Eigen::Index row = 0; row < predictions.rows(); ++row)
            (*columns.failed)[row] = predictions.callOf(row);
    }
    return columns;
}

/// Rows of the selection that are no use belong to a model that nobody can select.
void takeAway(PredictionColumns &columns, const std::vector<std::uint32_t> &selected,
              const std::vector<std::uint32_t> &used)
{
    if (!columns.model || used.size() == selected.size())
        return;
    const auto nobody = static_cast<std::uint32_t>(columns.model->values.size());
    columns.model->values.emplace_back("\x1f");
    std::vector<bool> kept(static_cast<std::size_t>(columns.score.size()), false);
    for (const std::uint32_t row : used)
        kept[row] = true;
    for (const std::uint32_t row : selected) {
        if (!kept[row])
            columns.model->codes[row] = nobody;
    }
}

std::uint8_t callOf(UseDecision decision)
{
    if (decision == UseDecision::Refused)
        return callRefused;
    return decision == UseDecision::Failed ? callFailed : callAnswered;
}

void answer(PredictionColumns &columns, const PairedRows &rows, const Eigen::ArrayXd &score,
            const UseOutcomes &ends)
{
    for (std::size_t i = 0; i < rows.row.size(); ++i) {
        const auto use = static_cast<Eigen::Index>(i);
        const std::uint32_t row = rows.row[i];
        const bool lost = isLost(ends.decision[i]);
        columns.score[row] = lost ? 0.0 : score[use];
        if (columns.latency)
            (*columns.latency)[row] =
                    lost ? std::numeric_limits<double>::quiet_NaN() : ends.wait[use];
        if (columns.failed)
            (*columns.failed)[row] = callOf(ends.decision[i]);
    }
}

/// Where the first is sure the second is not asked.
double afterFirst(double asked, const FirstAsked &first, const Interval &sure, double second)
{
    const auto [low, high] = first.deferBetween;
    if (asked < low)
        return sure.low;
    return asked >= high ? sure.high : second;
}

} // namespace

Interval scoresBeyond(const PairedRows &rows, Eigen::Index model)
{
    const auto score = rows.score.col(model);
    return {std::nextafter(score.minCoeff(), -infinity),
            std::nextafter(score.maxCoeff(), infinity)};
}

Policy combinedPolicy(const PairedRows &rows, const Combination &combination, ModelPoint own,
                      Eigen::Index other)
{
    return std::visit(Roles{rows, own, other}, combination);
}

Eigen::ArrayXd combinedScores(const PairedRows &rows, const Combination &combination,
                              Eigen::Index own, Eigen::Index other)
{
    Eigen::ArrayXd score = rows.score.col(own);
    if (const auto *first = std::get_if<FirstAsked>(&combination)) {
        const Interval sure = scoresBeyond(rows, own);
        for (Eigen::Index use = 0; use < score.size(); ++use) {
            if (!rows.failedAt(use, other))
                score[use] = afterFirst(rows.score(use, other), *first, sure, score[use]);
        }
    } else if (const auto *divided = std::get_if<DividedUses>(&combination)) {
        for (Eigen::Index use = 0; use < score.size(); ++use) {
            if (!goesToFirst(use, divided->share))
                score[use] = besides(rows.score(use, other), *divided);
        }
    }
    return score;
}

PredictionsPtr combinedPredictions(const Predictions &predictions, const Selection &selection,
                                   const Combination &combination)
{
    if (const auto *own = std::get_if<ThresholdsBySegment>(&combination))
        return steeredPredictions(predictions, selection.model, *own);
    const auto rows = usesOf(predictions, selection, combination);
    if (!rows)
        return nullptr;
    constexpr Eigen::Index own = 0;
    constexpr Eigen::Index other = 1;
    PredictionColumns columns = columnsOf(predictions);
    // Thresholds decide neither when a use ends nor whether it failed.
    const auto policy = combinedPolicy(*rows, combination, {own, {}}, other);
    answer(columns, *rows, combinedScores(*rows, combination, own, other), outcomes(*rows, policy));
    if (otherModelOf(combination))
        takeAway(columns, predictions.select(selection, Calls::All), rows->row);
    return Predictions::alike(std::make_shared<const Predictions>(
                                      std::move(columns), predictions.accountOf(selection.model)),
                              predictions.rowsAlike());
}

} // namespace oneinn
