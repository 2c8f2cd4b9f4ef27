// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/scoreaxis.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace oneinn {

using charts::AxisMapping;

namespace {

/// Middle part of the rows, as shares of them from the top.
constexpr double upperShare = 0.1;
constexpr double lowerShare = 0.9;
/// The middle rows must cover at least this much of a plain axis.
constexpr double leastSpread = 0.15;
/// No sixtieth of a plain axis may hold more of a class than this.
constexpr double mostInOneBar = 1.0 / 3.0;
constexpr int bars = 60;
/// Smallest share shown that the rank axis reaches to, where there are as many rows.
constexpr double leastShareShown = 1e-5;
/// Room right of the highest score, as a share of the axis.
constexpr double headroom = 0.02;

double scoreAtShare(const std::vector<double> &descending, double share)
{
    const auto last = descending.size() - 1;
    return descending[static_cast<std::size_t>(std::lround(share * double(last)))];
}

/// Does one bar of a plain histogram hold most of a class, so that the others are too low to see?
bool piledUp(const PredictionIndex &index)
{
    const std::vector<double> &scores = index.scores();
    const auto slice = index.at({});
    const OperatingCounts all = slice->counts(Threshold::alertOnNothing());
    const double width = (scores.front() - scores.back()) / bars;
    for (int bar = 0; bar < bars; ++bar) {
        const double low = scores.back() + bar * width;
        const double next = bar + 1 < bars ? low + width : std::numeric_limits<double>::infinity();
        const OperatingCounts from = slice->counts({low});
        const OperatingCounts above = slice->counts({next});
        if (from.tp.weight - above.tp.weight > mostInOneBar * all.positives().weight
            || from.fp.weight - above.fp.weight > mostInOneBar * all.negatives().weight)
            return true;
    }
    return false;
}

bool withinUnit(const std::vector<double> &descending)
{
    return descending.front() <= 1.0 && descending.back() >= 0.0;
}

} // namespace

std::vector<AxisMapping::Kind> possibleAxes(const PredictionIndex &index)
{
    if (withinUnit(index.scores()))
        return {AxisMapping::Kind::Score, AxisMapping::Kind::LogOdds, AxisMapping::Kind::Rank};
    return {AxisMapping::Kind::Score, AxisMapping::Kind::Rank};
}

AxisMapping::Kind suggestedAxis(const PredictionIndex &index)
{
    const std::vector<double> &scores = index.scores();
    const double range = scores.front() - scores.back();
    const double middle = scoreAtShare(scores, upperShare) - scoreAtShare(scores, lowerShare);
    const bool unit = withinUnit(scores);
    if (range == 0.0 || (middle >= leastSpread * range && !(unit && piledUp(index))))
        return AxisMapping::Kind::Score;
    return unit ? AxisMapping::Kind::LogOdds : AxisMapping::Kind::Rank;
}

AxisMapping scoreAxis(const PredictionIndex &index, AxisMapping::Kind kind)
{
    const std::vector<double> &scores = index.scores();
    switch (kind) {
    case AxisMapping::Kind::LogOdds:
        return AxisMapping::logOdds(scores);
    case AxisMapping::Kind::Rank:
        return AxisMapping::rank(scores, std::max(leastShareShown, 1.0 / double(scores.size())));
    default:
        break;
    }
    const bool unit = withinUnit(scores);
    const double low = unit ? 0.0 : scores.back();
    const double high = unit ? 1.0 : scores.front();
    return AxisMapping::score(low, high + headroom * (high - low));
}

Threshold restingThreshold(const BudgetSlice &slice, const AxisMapping &mapping, double axis)
{
    // The very end is beyond the highest score even where that score itself is drawn there.
    if (axis >= mapping.high())
        return Threshold::alertOnNothing();
    const ThresholdInterval around = slice.sameDecisions({mapping.toScore(axis)});
    if (!std::isfinite(around.low))
        return {around.high};
    const double toLow = axis - mapping.toAxis(around.low);
    const double toHigh = mapping.toAxis(around.high) - axis;
    return {toLow < toHigh ? around.low : around.high};
}

} // namespace oneinn
