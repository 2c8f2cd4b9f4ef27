// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <QString>

namespace oneinn::wording {

/// "threshold 0.60", "nothing shown" for +infinity.
QString thresholdLabel(Threshold threshold, const ThresholdInterval &sameDecisions);
/// "nothing changes between 0.553 and 0.571": both numbers lie within the interval.
QString stabilityText(const ThresholdInterval &sameDecisions);
/// Rounded inwards, what is told is true of all that is told; outwards, nothing of it is left out.
enum class RangeEnds { Inwards, Outwards };
/// "between 0.553 and 0.571", "up to 0.12", "above 0.99"; "at any threshold".
QString rangeText(const ThresholdInterval &interval, RangeEnds ends = RangeEnds::Inwards,
                  int leastDecimals = 0);
/// With so many decimals it is told, rounded inwards: told with as many, no part of a range reaches
/// beyond it.
int rangeDecimals(const ThresholdInterval &interval);

/// "budget 400 ms", "no budget".
QString budgetLabel(Budget budget);
/// "5 of 100 late", as far as the gate allows; "—" where it is undefined.
QString lateLabel(const std::optional<Proportion> &late);

/// Settings worth jumping to.
enum class Mark { BestValue, WithinLimits, BestF1, PrecisionAtLeast };
/// "best value", "best F1", "precision at least 90 %".
QString markName(Mark mark, double precisionLimit, PromiseRule promise);
/// "no setting reaches 90 of 100 right; the best is 75 at 0.80"; empty where one was found.
QString infeasibleText(const ConstrainedThreshold &constrained, double precisionLimit,
                       PromiseRule promise);

} // namespace oneinn::wording
