// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plots/scoreaxis.h"

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
constexpr int usualBars = 60;
/// Smallest share shown that the rank axis reaches to, where there are as many rows.
constexpr double leastShareShown = 1e-5;
/// Room right of the highest score, as a share of the axis.
constexpr double headroom = 0.02;

/// More scores than these cannot be told apart on a screen.
constexpr std::size_t mostScores = 100000;

/// Scores from the highest down, evenly thinned by rows where there are very many; both ends stay.
std::vector<double> thinnedScores(const PredictionIndex &index)
{
    const std::size_t rows = index.rows();
    if (rows <= mostScores)
        return index.scores();
    std::vector<double> scores;
    scores.reserve(mostScores);
    for (std::size_t i = 0; i < mostScores; ++i)
        scores.push_back(index.scoreAt(i * (rows - 1) / (mostScores - 1)));
    return scores;
}

double highest(const PredictionIndex &index)
{
    return index.scoreAt(0);
}

double lowest(const PredictionIndex &index)
{
    return index.scoreAt(index.rows() - 1);
}

double scoreAtShare(const PredictionIndex &index, double share)
{
    return index.scoreAt(static_cast<std::size_t>(std::lround(share * double(index.rows() - 1))));
}

/// Does one bar of a plain histogram hold most of a class, so that the others are too low to see?
bool piledUp(const PredictionIndex &index)
{
    const auto slice = index.at({});
    const OperatingCounts all = slice->counts(Threshold::alertOnNothing());
    const double width = (highest(index) - lowest(index)) / usualBars;
    for (int bar = 0; bar < usualBars; ++bar) {
        const double low = lowest(index) + bar * width;
        const double next =
                bar + 1 < usualBars ? low + width : std::numeric_limits<double>::infinity();
        const OperatingCounts from = slice->counts({low});
        const OperatingCounts above = slice->counts({next});
        if (from.tp.weight - above.tp.weight > mostInOneBar * all.positives().weight
            || from.fp.weight - above.fp.weight > mostInOneBar * all.negatives().weight)
            return true;
    }
    return false;
}

/// Or as good as: what is always or never shown of a cascade stands just beyond its scores.
bool withinUnit(const PredictionIndex &index)
{
    constexpr double justBeyond = 1e-9;
    return highest(index) <= 1.0 + justBeyond && lowest(index) >= -justBeyond;
}

} // namespace

std::vector<AxisMapping::Kind> possibleAxes(const PredictionIndex &index)
{
    if (withinUnit(index))
        return {AxisMapping::Kind::Score, AxisMapping::Kind::LogOdds, AxisMapping::Kind::Rank};
    return {AxisMapping::Kind::Score, AxisMapping::Kind::Rank};
}

AxisMapping::Kind suggestedAxis(const PredictionIndex &index)
{
    const double range = highest(index) - lowest(index);
    const double middle = scoreAtShare(index, upperShare) - scoreAtShare(index, lowerShare);
    const bool unit = withinUnit(index);
    if (range == 0.0 || (middle >= leastSpread * range && !(unit && piledUp(index))))
        return AxisMapping::Kind::Score;
    return unit ? AxisMapping::Kind::LogOdds : AxisMapping::Kind::Rank;
}

AxisMapping scoreAxis(const PredictionIndex &index, AxisMapping::Kind kind)
{
    switch (kind) {
    case AxisMapping::Kind::LogOdds:
        return AxisMapping::logOdds(thinnedScores(index));
    case AxisMapping::Kind::Rank:
        return AxisMapping::rank(thinnedScores(index),
                                 std::max(leastShareShown, 1.0 / double(index.rows())));
    default:
        break;
    }
    const bool unit = withinUnit(index);
    const double low = unit ? 0.0 : lowest(index);
    const double high = unit ? 1.0 : highest(index);
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
