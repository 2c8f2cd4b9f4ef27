// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/confusionmatrix.h"

#include <optional>

/// What changes when production has another share of positives than the file.
namespace oneinn {

/// Precision, NPV and share alerted of a point with the given rates, at the given share of
/// positives. Absent where nothing is shown (precision) or everything is (NPV).
std::optional<double> precisionAt(double recall, double fpr, double prevalence);
std::optional<double> npvAt(double recall, double fpr, double prevalence);
double alertRateAt(double recall, double fpr, double prevalence);

/// A calibrated probability in [0, 1] moved from one share of positives to another, both in (0, 1).
/// Elkan 2001, theorem 2; Saerens, Latinne & Decaestecker 2002.
double recalibratedProbability(double probability, double fromPrevalence, double toPrevalence);

} // namespace oneinn
