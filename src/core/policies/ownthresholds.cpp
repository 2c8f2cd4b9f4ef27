// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/ownthresholds.h"

#include "core/infinity.h"
#include "core/predictions/mixedpredictions.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numeric>
#include <utility>

namespace oneinn {

namespace {

/// By code, so that no row is asked for words.
class Steering {
public:
    Steering(const CategoryColumn &column, const ThresholdsBySegment &thresholds)
        : m_codes(column.codes)
        , m_own(thresholds.ownThreshold)
        , m_of(column.values.size())
    {
        for (const ThresholdsBySegment::Own &each : thresholds.values) {
            if (const auto code = column.codeOf(each.value))
                m_of[*code] = each.threshold;
        }
    }
    double operator()(std::uint32_t row, double score) const
    {
        const auto &of = m_of[m_codes[row]];
        return of ? onDial(score, *of, m_own) : score;
    }

private:
    const CodeColumn &m_codes;
    Threshold m_own;
    std::vector<std::optional<Threshold>> m_of;
};

bool isFinite(const ThresholdsBySegment &thresholds)
{
    return std::isfinite(thresholds.ownThreshold.value)
            && std::ranges::all_of(thresholds.values, [](const ThresholdsBySegment::Own &each) {
                   return std::isfinite(each.threshold.value);
               });
}

} // namespace

double onDial(double score, Threshold of, Threshold own)
{
    const double most = std::numeric_limits<double>::max();
    const double moved = std::clamp(own.value + (score - of.value), -most, most);
    if (score < of.value)
        return std::min(moved, std::nextafter(own.value, -infinity));
    return std::max(moved, own.value);
}

Threshold fromDial(Threshold dial, Threshold of, Threshold own)
{
    if (dial == own)
        return of;
    if (!std::isfinite(dial.value))
        return dial;
    const double guess = of.value + (dial.value - own.value);
    const double around = std::max(
            {std::abs(of.value), std::abs(own.value), std::abs(dial.value), std::abs(guess)});
    constexpr double roundings = 8.0;
    const double width = roundings * std::numeric_limits<double>::epsilon() * around;
    double silent = guess - width;
    double shown = guess + width;
    for (double middle = std::midpoint(silent, shown); silent < middle && middle < shown;
         middle = std::midpoint(silent, shown))
        (onDial(middle, of, own) >= dial.value ? shown : silent) = middle;
    return {shown};
}

const ThresholdsBySegment *thresholdsBySegment(const std::optional<Combination> &combination)
{
    return combination ? std::get_if<ThresholdsBySegment>(&*combination) : nullptr;
}

std::vector<ThresholdsBySegment::Own> thresholdsNow(const ThresholdsBySegment &thresholds,
                                                    Threshold dial)
{
    std::vector<ThresholdsBySegment::Own> now = thresholds.values;
    for (ThresholdsBySegment::Own &each : now)
        each.threshold = fromDial(dial, each.threshold, thresholds.ownThreshold);
    return now;
}

std::vector<ThresholdsBySegment::Own> thresholdsNow(const Scenario &scenario)
{
    const auto *thresholds = thresholdsBySegment(scenario.combination);
    return thresholds ? thresholdsNow(*thresholds, scenario.threshold)
                      : std::vector<ThresholdsBySegment::Own>();
}

Threshold thresholdOf(const std::optional<Combination> &combination, const std::string &column,
                      const std::string &value, Threshold dial)
{
    const auto *thresholds = thresholdsBySegment(combination);
    if (!thresholds || thresholds->column != column)
        return dial;
    const auto own = std::ranges::find(thresholds->values, value, &ThresholdsBySegment::Own::value);
    return own == thresholds->values.end()
            ? dial
            : fromDial(dial, own->threshold, thresholds->ownThreshold);
}

std::optional<Combination> withThreshold(const std::optional<Combination> &combination,
                                         const std::string &column, const std::string &value,
                                         const std::optional<Threshold> &threshold, Threshold dial)
{
    ThresholdsBySegment next{column, dial, {}};
    const auto *before = thresholdsBySegment(combination);
    if (before && before->column == column)
        next.values = thresholdsNow(*before, dial);
    const auto own = std::ranges::find(next.values, value, &ThresholdsBySegment::Own::value);
    if (own == next.values.end()) {
        if (threshold)
            next.values.push_back({value, *threshold});
    } else if (threshold) {
        own->threshold = *threshold;
    } else {
        next.values.erase(own);
    }
    if (next.values.empty())
        return std::nullopt;
    return next;
}

Eigen::ArrayXd steeredScores(const Predictions &predictions, const ThresholdsBySegment &thresholds,
                             const std::vector<std::uint32_t> &rows,
                             const Eigen::Ref<const Eigen::ArrayXd> &score)
{
    Eigen::ArrayXd steered = score;
    const CategoryColumn *column = segmentNamed(predictions, thresholds.column);
    if (!column)
        return steered;
    const Steering steer(*column, thresholds);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto use = static_cast<Eigen::Index>(i);
        steered[use] = steer(rows[i], steered[use]);
    }
    return steered;
}

PredictionsPtr steeredPredictions(const Predictions &predictions,
                                  const std::optional<std::string> &model,
                                  const ThresholdsBySegment &thresholds)
{
    const CategoryColumn *column = segmentNamed(predictions, thresholds.column);
    if (!column || !isFinite(thresholds))
        return nullptr;
    const auto code = model && predictions.model() ? predictions.model()->codeOf(*model)
                                                   : std::optional<std::uint32_t>();
    const Steering steer(*column, thresholds);
    Eigen::ArrayXd score = predictions.score();
    for (Eigen::Index row = 0; row < score.size(); ++row) {
        // A failed call has no score; its place holds 0.
        if (predictions.failed(row) || (code && predictions.model()->codes[row] != *code))
            continue;
        score[row] = steer(static_cast<std::uint32_t>(row), score[row]);
    }
    return Predictions::steered(predictions, std::move(score));
}

} // namespace oneinn
