// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plots/curvegeometry.h"

#include "core/curves/curvepoints.h"

#include <algorithm>
#include <cmath>

namespace oneinn {

namespace {

constexpr int columnsOfBand = 400;

/// Where the line from one point to the next is so high.
QPointF crossing(QPointF from, QPointF to, double height)
{
    const double share = (height - from.y()) / (to.y() - from.y());
    return {from.x() + share * (to.x() - from.x()), height};
}

/// The crossings of a piece with both heights, along it.
void appendCrossings(QList<QPointF> &line, QPointF from, QPointF to, const CurveAxis &axis)
{
    QList<QPointF> found;
    for (const double height : {axis.low, axis.high}) {
        if ((from.y() - height) * (to.y() - height) < 0.0)
            found.append(crossing(from, to, height));
    }
    if (found.size() > 1 && found.front().x() > found.back().x())
        std::swap(found.front(), found.back());
    line.append(found);
}

/// A row's rectangle along the axes of a curve.
struct Within {
    Interval across, up;
    double at = 0.0;
};

Within withinOf(ModelCurve curve, const BandRow &row)
{
    if (curve == ModelCurve::Roc)
        return {row.fprWithin, row.recallWithin, row.fpr};
    return {row.recallWithin, row.precisionWithin.value_or(Interval{0.0, 1.0}), row.recall};
}

BandEdges edgesAtPoints(const std::vector<Within> &rows)
{
    BandEdges edges;
    for (const Within &row : rows) {
        edges.lower.append({row.at, row.up.low});
        edges.upper.append({row.at, row.up.high});
    }
    return edges;
}

BandEdges edgesAround(const std::vector<Within> &rows)
{
    BandEdges edges;
    for (int column = 0; column <= columnsOfBand; ++column) {
        const double x = static_cast<double>(column) / columnsOfBand;
        std::optional<Interval> all;
        for (const Within &row : rows) {
            if (x < row.across.low || x > row.across.high)
                continue;
            all = all ? Interval{std::min(all->low, row.up.low), std::max(all->high, row.up.high)}
                      : row.up;
        }
        if (!all)
            continue;
        edges.lower.append({x, all->low});
        edges.upper.append({x, all->high});
    }
    return edges;
}

} // namespace

CurveAxis deviateAxis(double rows)
{
    constexpr double air = 0.15;
    // Of few rows the axis would have no room for a tick.
    constexpr double fewest = 10.0;
    const double end = -shareDeviate(0.0, std::max(rows, fewest)) + air;
    return {CurveScale::Deviate, -end, end};
}

QList<QPointF> within(const QList<QPointF> &line, const CurveAxis &vertical)
{
    QList<QPointF> cut;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (i > 0)
            appendCrossings(cut, line[i - 1], line[i], vertical);
        if (line[i].y() >= vertical.low && line[i].y() <= vertical.high)
            cut.append(line[i]);
    }
    return cut;
}

std::optional<qsizetype> nearestPlace(const QList<QPointF> &places, QPointF axis, QSizeF unit)
{
    std::optional<qsizetype> nearest;
    double least = 0.0;
    for (qsizetype i = 0; i < places.size(); ++i) {
        const double apart = std::hypot((places[i].x() - axis.x()) * unit.width(),
                                        (places[i].y() - axis.y()) * unit.height());
        if (std::isnan(apart) || (nearest && apart >= least))
            continue;
        nearest = i;
        least = apart;
    }
    return nearest;
}

ThresholdSweep sweepWith(const ThresholdSweep &sweep, Threshold threshold,
                         const ConfusionMatrix &matrix)
{
    const Eigen::Index before = (sweep.threshold > threshold.value).count();
    if (!std::isfinite(threshold.value)
        || (before < sweep.size() && sweep.threshold[before] == threshold.value))
        return sweep;
    const auto with = [before](const Eigen::ArrayXd &column, double value) {
        Eigen::ArrayXd longer(column.size() + 1);
        longer << column.head(before), value, column.tail(column.size() - before);
        return longer;
    };
    return {with(sweep.threshold, threshold.value), with(sweep.tp, matrix.tp()),
            with(sweep.fp, matrix.fp()), sweep.positives, sweep.negatives};
}

std::vector<charts::Tick> curveTicks(const CurveAxis &axis, int most, const QLocale &locale)
{
    if (axis.scale == CurveScale::Percent)
        return charts::percentTicks(axis.low, axis.high, most, locale);
    if (axis.scale == CurveScale::Thousand)
        return charts::numberTicks(axis.low, axis.high, most, locale);
    constexpr double rowsBeyondAnyFile = 1e12;
    std::vector<charts::Tick> ticks;
    for (const double percent : {0.01, 0.1, 1.0, 5.0, 20.0, 50.0, 80.0, 95.0, 99.0, 99.9, 99.99}) {
        constexpr double hundred = 100.0;
        const double at = shareDeviate(percent / hundred, rowsBeyondAnyFile);
        if (at >= axis.low && at <= axis.high)
            ticks.push_back({at, charts::percentText(percent / hundred, locale)});
    }
    while (static_cast<int>(ticks.size()) > std::max(most, 1)) {
        std::vector<charts::Tick> fewer;
        for (std::size_t i = ticks.size() / 2 % 2; i < ticks.size(); i += 2)
            fewer.push_back(ticks[i]);
        ticks = std::move(fewer);
    }
    return ticks;
}

BandEdges bandEdges(ModelCurve curve, const CurveBand &band)
{
    std::vector<Within> rows;
    for (const BandRow &row : band.rows) {
        if (curve == ModelCurve::Roc || row.precision)
            rows.push_back(withinOf(curve, row));
    }
    return band.kind == BandKind::Pointwise ? edgesAtPoints(rows) : edgesAround(rows);
}

} // namespace oneinn
