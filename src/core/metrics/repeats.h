// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/proportion.h"
#include "core/predictions/predictions.h"

#include <optional>
#include <span>

namespace oneinn {

/// How often one case was asked, and answered rightly.
struct Tries {
    double right = 0.0;
    double all = 0.0;
};

/// How often every one of so many tries is right, for whoever needs all of them to be.
struct EveryTry {
    double tries = 0.0;   ///< k
    double cases = 0.0;   ///< tried so often or more
    double leftOut = 0.0; ///< tried less often
    /// pass^k: over cases, the mean of C(c,k)/C(r,k) where c of r tries are right: the share of
    /// choices of k tries that are all right.
    double share = 0.0;
    /// 95 %, from how cases differ (Student's t), within [0, 1]; absent under 6 cases, or where
    /// none differs from another.
    std::optional<Interval> interval;
};

/// Absent where no case was tried so often, or tries is less than 2.
std::optional<EveryTry> everyTryRight(std::span<const Tries> cases, double tries);

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
    /// As often as most of the cases were asked; of two, the lesser.
    std::optional<EveryTry> everyTry;
};

/// Of the selected rows, at a threshold, were everybody to wait; calls that failed are no answers.
/// Absent where no case was asked again.
std::optional<Repeats> repeatsOf(const Predictions &predictions, const Selection &selection,
                                 Threshold threshold);

} // namespace oneinn
