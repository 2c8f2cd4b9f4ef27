// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/proportion.h"
#include "core/predictions/predictions.h"

#include <optional>

namespace oneinn {

/// Cases that were asked more than once, and how steady the decisions are.
struct Repeats {
    double cases = 0.0;   ///< asked more than once, answered at least twice, with one label
    double alone = 0.0;   ///< left out: answered once, or with two labels
    double answers = 0.0; ///< of the cases
    /// The chance that two answers to one case are decided differently: over cases, the mean of
    /// 2c(r-c)/(r(r-1)) where c of r answers are shown.
    double flipRate = 0.0;
    /// 95 %, from how cases differ (Student's t), within [0, 1]; absent under 6 cases.
    std::optional<Interval> interval;
};

/// Of the selected rows, at a threshold, were everybody to wait; calls that failed are no answers.
/// Absent where no case was asked again.
std::optional<Repeats> repeatsOf(const Predictions &predictions, const Selection &selection,
                                 Threshold threshold);

} // namespace oneinn
