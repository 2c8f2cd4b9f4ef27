// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/proportion.h"
#include "core/units.h"

/// How sure a precision is where the share of positives is stated, and so has no error of its own.
namespace oneinn {

/// The interval, of 95 % if nothing else is said, of pi TPR / (pi TPR + (1 - pi) FPR), on the
/// logit: its variance is (1 - TPR) / TP + (1 - FPR) / FP, with effective cases (Mercaldo, Lau &
/// Zhou 2007). With a cell of none both rates are taken as (k + z^2/2) / (n + z^2), and the
/// interval ends at 0 or 1. shownOfGood and shownOfBad: the two rates, not both 0; by Student's t
/// where they are of clusters. 0 to 1 with too few of these. baseRate in (0, 1).
Interval precisionAtBaseRate(const Proportion &shownOfGood, const Proportion &shownOfBad,
                             double baseRate, double confidence = 0.95);

} // namespace oneinn
