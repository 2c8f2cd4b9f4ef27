// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/thresholdsweep.h"

#include <optional>

/// Curves over all thresholds and the areas under them.
namespace oneinn {

/// Precision against recall, one row per row of the sweep; leading rows that show nothing, whose
/// precision is undefined, are left out. The artificial end point (recall 0, precision 1) is not
/// part of it: no threshold reaches it.
struct PrecisionRecallCurve {
    Eigen::ArrayXd recall;
    Eigen::ArrayXd precision;
};
/// Absent without positives (recall is then undefined).
std::optional<PrecisionRecallCurve> precisionRecallCurve(const ThresholdSweep &sweep);

/// Recall (true-positive rate) against false-positive rate, from (0, 0) at threshold +infinity, so
/// one row more than the sweep. Absent if a class is missing.
struct RocCurve {
    Eigen::ArrayXd fpr;
    Eigen::ArrayXd tpr;
};
std::optional<RocCurve> rocCurve(const ThresholdSweep &sweep);

/// Sum of (R_n - R_{n-1}) P_n, no interpolation. Absent without positives.
std::optional<double> averagePrecision(const ThresholdSweep &sweep);

/// Area under the ROC curve = probability that a positive scores above a negative, ties half.
/// Positives and negatives that come too late rank below all others, tied: they are never shown.
/// Absent if a class is missing. Hanley & McNeil 1982.
std::optional<double> rocAuc(const ThresholdSweep &sweep);

/// Area under the precision-recall curve with the interpolation of Davis & Goadrich 2006,
/// integrated exactly (Keilwagen, Grosse & Grau 2014). Before the first row precision is the first
/// row's.
std::optional<double> davisGoadrichArea(const ThresholdSweep &sweep);

/// A point on the achievable curve from operating point A to B, `extraTp` in [0, tpB - tpA] true
/// positives after A; tpB > tpA, fpB >= fpA, positives > 0. Each further true positive costs the
/// same number of false ones. Davis & Goadrich 2006.
struct PrecisionRecallPoint {
    double recall = 0.0;
    double precision = 0.0;
};
PrecisionRecallPoint davisGoadrichPoint(double tpA, double fpA, double tpB, double fpB,
                                        double extraTp, double positives);

} // namespace oneinn
