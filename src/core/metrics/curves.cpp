// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/metrics/curves.h"

#include <cassert>
#include <cmath>

namespace oneinn {

namespace {

/// Area under the precision-recall curve between two operating points, over TP instead of recall.
/// With h = dFP/dTP and c = FP_A - h TP_A, the integral of TP / ((1 + h) TP + c).
double davisGoadrichSegment(double tpA, double fpA, double tpB, double fpB)
{
    const double gained = tpB - tpA;
    const double h = (fpB - fpA) / gained;
    const double slope = 1.0 + h;
    const double c = fpA - h * tpA;
    const double straight = gained / slope;
    if (c == 0.0) // precision is the same all along; also the start at (0, 0), where ln(0) waits
        return straight;
    // log1p: with many alerts before the segment, the two terms nearly cancel.
    return straight - c / (slope * slope) * std::log1p((gained + fpB - fpA) / (tpA + fpA));
}

/// Rows from which on something is shown, so that precision is defined.
Eigen::Index firstShowing(const ThresholdSweep &sweep)
{
    Eigen::Index row = 0;
    while (row < sweep.size() && sweep.tp[row] + sweep.fp[row] == 0.0)
        ++row;
    return row;
}

} // namespace

std::optional<PrecisionRecallCurve> precisionRecallCurve(const ThresholdSweep &sweep)
{
    if (sweep.positives <= 0.0)
        return std::nullopt;
    const auto rows = sweep.size() - firstShowing(sweep);
    const auto tp = sweep.tp.tail(rows);
    return PrecisionRecallCurve{tp / sweep.positives, tp / (tp + sweep.fp.tail(rows))};
}

std::optional<RocCurve> rocCurve(const ThresholdSweep &sweep)
{
    if (sweep.positives <= 0.0 || sweep.negatives <= 0.0)
        return std::nullopt;
    RocCurve curve{Eigen::ArrayXd::Zero(sweep.size() + 1), Eigen::ArrayXd::Zero(sweep.size() + 1)};
    curve.fpr.tail(sweep.size()) = sweep.fp / sweep.negatives;
    curve.tpr.tail(sweep.size()) = sweep.tp / sweep.positives;
    return curve;
}

std::optional<double> averagePrecision(const ThresholdSweep &sweep)
{
    if (sweep.positives <= 0.0)
        return std::nullopt;
    double area = 0.0;
    double caught = 0.0;
    for (Eigen::Index row = 0; row < sweep.size(); ++row) {
        const double tp = sweep.tp[row];
        if (tp > caught)
            area += (tp - caught) * tp / (tp + sweep.fp[row]);
        caught = tp;
    }
    return area / sweep.positives;
}

std::optional<double> rocAuc(const ThresholdSweep &sweep)
{
    if (sweep.positives <= 0.0 || sweep.negatives <= 0.0)
        return std::nullopt;
    double area = 0.0;
    double tp = 0.0;
    double fp = 0.0;
    const auto advance = [&](double toTp, double toFp) {
        area += (toFp - fp) * (tp + toTp) / 2.0;
        tp = toTp;
        fp = toFp;
    };
    for (Eigen::Index row = 0; row < sweep.size(); ++row)
        advance(sweep.tp[row], sweep.fp[row]);
    advance(sweep.positives, sweep.negatives);
    return area / (sweep.positives * sweep.negatives);
}

std::optional<double> davisGoadrichArea(const ThresholdSweep &sweep)
{
    if (sweep.positives <= 0.0)
        return std::nullopt;
    double area = 0.0;
    double tp = 0.0;
    double fp = 0.0;
    for (Eigen::Index row = 0; row < sweep.size(); ++row) {
        if (sweep.tp[row] > tp)
            area += davisGoadrichSegment(tp, fp, sweep.tp[row], sweep.fp[row]);
        tp = sweep.tp[row];
        fp = sweep.fp[row];
    }
    return area / sweep.positives;
}

PrecisionRecallPoint davisGoadrichPoint(double tpA, double fpA, double tpB, double fpB,
                                        double extraTp, double positives)
{
    assert(tpB > tpA && extraTp >= 0.0 && extraTp <= tpB - tpA && positives > 0.0);
    const double h = (fpB - fpA) / (tpB - tpA);
    const double tp = tpA + extraTp;
    const double alerts = tp + fpA + h * extraTp;
    // Leaving "alert on nothing", precision is the same all the way, so the limit is that of B.
    return {tp / positives, alerts == 0.0 ? 1.0 / (1.0 + h) : tp / alerts};
}

} // namespace oneinn
