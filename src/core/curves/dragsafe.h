// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/confusionmatrix.h"
#include "core/units.h"

#include <optional>
#include <vector>

/// Bands that hold at every threshold at once, so that they survive dragging and picking.
namespace oneinn {

/// Half the width of a band around a share of `cases` > 0 independent ones that holds at all
/// thresholds together, in a share 1 - error of files: sqrt(ln(2 / error) / (2 n)). Dvoretzky,
/// Kiefer & Wolfowitz 1956 with the constant of Massart 1990; for any number of cases.
double dkwReach(double cases, double error);
/// The share of files in which one of `parts` independent promises may fail, so that all hold in
/// `confidence` of them.
double errorOfEach(int parts, double confidence = 0.95);

/// How far recall and false-positive rate may be off, wherever the threshold is.
struct CurveReach {
    double recall = 1.0;
    double fpr = 1.0;
};
Interval reaching(double share, double reach);

/// Precision where recall, false-positive rate and the share of positives lie within these: at the
/// worst corner and at the best one. An end is absent where nothing need be shown there.
struct PrecisionCorners {
    std::optional<double> low, high;
};
PrecisionCorners precisionCorners(const Interval &recall, const Interval &fpr,
                                  const Interval &prevalence);

/// The reach, so far as draws of `units` units tell: what 1 - error of the largest deviations
/// (rising) do not exceed, as much wider as Student's t for so few units is than the normal
/// distribution. 1 with none.
double drawnReach(const std::vector<double> &deviations, double units, double error);

} // namespace oneinn
