// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/confusionmatrix.h"

#include <optional>

namespace oneinn {

/// Net benefit of a point at threshold probability pt in (0, 1): TP/n - FP/n pt/(1-pt).
/// With a prevalence, restated there. Absent for an empty matrix, or a missing class when
/// restating. Vickers & Elkin 2006.
std::optional<double> netBenefit(const ConfusionMatrix &matrix, double pt,
                                 std::optional<double> prevalence = {});
/// Net benefit of alerting on everything, pi - (1-pi) pt/(1-pt). Alerting on nothing has 0.
double netBenefitOfAlertingAll(double prevalence, double pt);

/// A point in cost space. Drummond & Holte 2006.
struct CostCurvePoint {
    double probabilityCost = 0.0;        ///< PC(+) = pi C_FN / (pi C_FN + (1-pi) C_FP)
    double normalisedExpectedCost = 0.0; ///< FNR PC(+) + FPR (1 - PC(+))
    double expectedCostPerCase = 0.0;    ///< pi FNR C_FN + (1-pi) FPR C_FP
    double largestCostPerCase = 0.0;     ///< if every decision were wrong: pi C_FN + (1-pi) C_FP
};
/// Costs >= 0, not both weighted terms 0.
CostCurvePoint costCurvePoint(double prevalence, double costFp, double costFn, double fpr,
                              double fnr);

} // namespace oneinn
