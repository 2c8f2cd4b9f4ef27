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
        , m_scale(thresholds.scale)
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
        return of ? onDial(score, *of, m_own, m_scale) : score;
    }

private:
    const CodeColumn &m_codes;
    Threshold m_own;
    std::optional<Interval> m_scale;
    std::vector<std::optional<Threshold>> m_of;
};

bool isFinite(const ThresholdsBySegment &thresholds)
{
    return std::isfinite(thresholds.ownThreshold.value)
            && std::ranges::all_of(thresholds.values, [](const ThresholdsBySegment::Own &each) {
                   return std::isfinite(each.threshold.value);
               });
}

/// Strictly between the ends of a scale.
bool isWithin(Threshold threshold, const std::optional<Interval> &scale)
{
    return scale && scale->low < threshold.value && threshold.value < scale->high;
}

/// Of a place on a scale: how far from its low end, of what is left to its high end.
double oddsOf(double score, const Interval &scale)
{
    return (score - scale.low) / (scale.high - score);
}

/// From the nearer end, so that no digits are lost at either.
double atOdds(double odds, const Interval &scale)
{
    const double middle = std::midpoint(scale.low, scale.high);
    if (odds < 1.0)
        return std::min(middle, scale.low + scale.width() / (1.0 + 1.0 / odds));
    return std::max(middle, scale.high - scale.width() / (1.0 + odds));
}

/// `own` is within the scale. Each step of it rises with the score, also as it is rounded.
double movedOnScale(double score, double of, double own, const Interval &scale)
{
    if (score <= scale.low || score >= scale.high)
        return score;
    if (isWithin(Threshold{of}, scale)) {
        const double ratio =
                std::clamp(oddsOf(own, scale) / oddsOf(of, scale),
                           std::numeric_limits<double>::min(), std::numeric_limits<double>::max());
        return std::clamp(atOdds(oddsOf(score, scale) * ratio, scale), scale.low, scale.high);
    }
    if (score < of)
        return scale.low + (score - scale.low) * ((own - scale.low) / scale.width());
    return scale.high - (scale.high - score) * ((scale.high - own) / scale.width());
}

/// Where fromDial() looks first.
double nearFromDial(Threshold dial, Threshold of, Threshold own,
                    const std::optional<Interval> &scale)
{
    if (!isWithin(own, scale))
        return of.value + (dial.value - own.value);
    if (isWithin(of, scale))
        return movedOnScale(dial.value, own.value, of.value, *scale);
    if (dial.value <= scale->low || dial.value >= scale->high)
        return dial.value;
    const double part = dial.value < own.value
            ? (dial.value - scale->low) / (own.value - scale->low)
            : (dial.value - own.value) / (scale->high - own.value);
    return scale->low + part * scale->width();
}

} // namespace

double onDial(double score, Threshold of, Threshold own, const std::optional<Interval> &scale)
{
    const double most = std::numeric_limits<double>::max();
    const double moved = isWithin(own, scale)
            ? movedOnScale(score, of.value, own.value, *scale)
            : std::clamp(own.value + (score - of.value), -most, most);
    if (score < of.value)
        return std::min(moved, std::nextafter(own.value, -infinity));
    return std::max(moved, own.value);
}

Threshold fromDial(Threshold dial, Threshold of, Threshold own,
                   const std::optional<Interval> &scale)
{
    if (dial == own)
        return of;
    if (!std::isfinite(dial.value))
        return dial;
    const double near = nearFromDial(dial, of, own, scale);
    // Nothing above the dial's own place is below the segment's.
    const double guess =
            dial.value < own.value ? std::min(near, of.value) : std::max(near, of.value);
    const double around = std::max(
            {std::abs(of.value), std::abs(own.value), std::abs(dial.value), std::abs(guess)});
    constexpr double roundings = 8.0;
    const auto isShown = [&](double score) { return onDial(score, of, own, scale) >= dial.value; };
    const double least = std::max(roundings * std::numeric_limits<double>::epsilon() * around,
                                  std::numeric_limits<double>::min());
    double silent = guess - least;
    for (double width = least; isShown(silent) && std::isfinite(silent); width *= roundings)
        silent = guess - width;
    double shown = guess + least;
    for (double width = least; !isShown(shown) && std::isfinite(shown); width *= roundings)
        shown = guess + width;
    for (double middle = std::midpoint(silent, shown); silent < middle && middle < shown;
         middle = std::midpoint(silent, shown))
        (isShown(middle) ? shown : silent) = middle;
    return {shown};
}

std::optional<Interval> scaleOfScores(const Predictions &predictions)
{
    double low = infinity;
    double high = -infinity;
    for (Eigen::Index row = 0; row < predictions.score().size(); ++row) {
        if (predictions.failed(row))
            continue;
        low = std::min(low, predictions.score()[row]);
        high = std::max(high, predictions.score()[row]);
    }
    if (!(low < high))
        return std::nullopt;
    for (const Interval &probabilities : {Interval{0.0, 1.0}, Interval{-1.0, 0.0}}) {
        if (low >= probabilities.low && high <= probabilities.high)
            return probabilities;
    }
    return Interval{low, high};
}

std::optional<Combination> onScale(std::optional<Combination> combination,
                                   const Predictions &predictions)
{
    if (auto *own = combination ? std::get_if<ThresholdsBySegment>(&*combination) : nullptr)
        own->scale = scaleOfScores(predictions);
    return combination;
}

std::optional<Combination> chosenAt(std::optional<Combination> combination, Threshold dial)
{
    auto *own = combination ? std::get_if<ThresholdsBySegment>(&*combination) : nullptr;
    if (own && std::isfinite(dial.value)) {
        own->values = thresholdsNow(*own, dial);
        own->ownThreshold = dial;
    }
    return combination;
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
        each.threshold = fromDial(dial, each.threshold, thresholds.ownThreshold, thresholds.scale);
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
            : fromDial(dial, own->threshold, thresholds->ownThreshold, thresholds->scale);
}

std::optional<Combination> withThreshold(const std::optional<Combination> &combination,
                                         const std::string &column, const std::string &value,
                                         const std::optional<Threshold> &threshold, Threshold dial)
{
    ThresholdsBySegment next{column, dial, {}};
    const auto *before = thresholdsBySegment(combination);
    if (before && before->column == column) {
        next.values = thresholdsNow(*before, dial);
        next.scale = before->scale;
    }
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
