// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/confusionmatrix.h"

#include <optional>

namespace oneinn {

/// The field's metrics of one operating point. A metric whose denominator is 0 is absent.
struct PointMetrics {
    std::optional<double> precision;        ///< TP / (TP + FP)
    std::optional<double> recall;           ///< TP / (TP + FN)
    std::optional<double> specificity;      ///< TN / (TN + FP)
    std::optional<double> npv;              ///< TN / (TN + FN)
    std::optional<double> fpr;              ///< FP / (FP + TN)
    std::optional<double> fnr;              ///< FN / (FN + TP)
    std::optional<double> accuracy;         ///< (TP + TN) / all
    std::optional<double> alertRate;        ///< (TP + FP) / all
    std::optional<double> prevalence;       ///< (TP + FN) / all
    std::optional<double> balancedAccuracy; ///< (recall + specificity) / 2
    std::optional<double> youdenJ;          ///< recall + specificity - 1
    std::optional<double> lift;             ///< precision / prevalence
    std::optional<double> fHalf, f1, f2;    ///< (1+b^2) TP / ((1+b^2) TP + b^2 FN + FP)
    std::optional<double> mcc;              ///< Matthews correlation; absent if a margin is empty
};

PointMetrics pointMetrics(const ConfusionMatrix &matrix);

/// F with the given beta > 0; absent only when TP = FP = FN = 0.
std::optional<double> fScore(const ConfusionMatrix &matrix, double beta);

} // namespace oneinn
