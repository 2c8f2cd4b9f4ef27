// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plots/calibrationplot.h"

#include <algorithm>

namespace oneinn {

namespace {

constexpr double nearestToAnEnd = 1e-6; ///< as the recalibration holds scores away from them

struct Extremes {
    double smallest = 1.0;
    double largest = 0.0;

    void take(double share)
    {
        // 0 and 1 have no log-odds; they stand at the ends.
        if (share > nearestToAnEnd)
            smallest = std::min(smallest, share);
        if (share < 1.0 - nearestToAnEnd)
            largest = std::max(largest, share);
    }
};

charts::AxisMapping logOddsAxis(const std::vector<ReliabilityBin> &bins)
{
    Extremes all;
    for (const ReliabilityBin &bin : bins) {
        for (const double share : {bin.low, bin.meanScore, bin.high, bin.observed.value})
            all.take(share);
        if (!bin.observed.tooFewClusters()) {
            all.take(bin.observed.interval.low);
            all.take(bin.observed.interval.high);
        }
    }
    return charts::AxisMapping::logOdds(all.smallest, all.largest);
}

/// In log-odds 99.99 % is not 100 %.
QString shareTick(double share, charts::AxisMapping::Kind kind, const QLocale &locale)
{
    if (kind != charts::AxisMapping::Kind::LogOdds)
        return charts::percentText(share, locale);
    constexpr double hundred = 100.0;
    const double finest = hundred * std::min(share, 1.0 - share);
    return charts::numberText(hundred * share, finest, locale) + QStringLiteral(" %");
}

} // namespace

charts::AxisMapping calibrationAxis(const ScoreCalibration &calibration, bool crowded)
{
    if (!calibration.byBins)
        return charts::AxisMapping::score(0.0, 1.0);
    const auto &bins = calibration.byBins->bins;
    if (crowded)
        return logOddsAxis(bins);
    double highest = calibration.highestScore;
    for (const ReliabilityBin &bin : bins) {
        highest = std::max(highest, bin.observed.value);
        if (!bin.observed.tooFewClusters())
            highest = std::max(highest, bin.observed.interval.high);
    }
    return charts::AxisMapping::score(0.0, highest);
}

std::vector<charts::Tick> shareTicks(const charts::AxisMapping &mapping, int most,
                                     const QLocale &locale)
{
    std::vector<charts::Tick> ticks = mapping.ticks(most, locale);
    for (charts::Tick &tick : ticks)
        tick.text = shareTick(mapping.toScore(tick.axis), mapping.kind(), locale);
    return ticks;
}

std::vector<ReliabilityPlace> reliabilityPlaces(const std::vector<ReliabilityBin> &bins,
                                                const charts::AxisMapping &mapping)
{
    std::vector<ReliabilityPlace> places;
    places.reserve(bins.size());
    for (const ReliabilityBin &bin : bins) {
        const QPointF axis(mapping.toAxis(bin.meanScore), mapping.toAxis(bin.observed.value));
        ReliabilityPlace place{axis, axis.y(), axis.y()};
        if (!bin.observed.tooFewClusters()) {
            place.low = mapping.toAxis(bin.observed.interval.low);
            place.high = mapping.toAxis(bin.observed.interval.high);
        }
        places.push_back(place);
    }
    return places;
}

QList<QPointF> recalibratedPoints(const ScoreCalibration &calibration,
                                  const charts::AxisMapping &mapping)
{
    QList<QPointF> points;
    if (!calibration.recalibration || !calibration.byBins)
        return points;
    constexpr int count = 100;
    const double from = mapping.toAxis(calibration.byBins->bins.front().low);
    const double step = (mapping.toAxis(calibration.byBins->bins.back().high) - from) / (count - 1);
    for (int i = 0; i < count; ++i) {
        const double axis = from + i * step;
        const double score = mapping.toScore(axis);
        // What stands at an end of log-odds is 0 or 1, infinitely far away.
        if (score <= 0.0 || score >= 1.0)
            continue;
        const double comesTo = mapping.toAxis(calibration.recalibration->recalibrated(score));
        if (comesTo > mapping.low() && comesTo < mapping.high())
            points.append({axis, comesTo});
    }
    return points;
}

} // namespace oneinn
