// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/units.h"

#include <optional>

/// When a release is taken back: limits that may be looked at after every case.
namespace oneinn {

struct Assessment;

/// Wald's sequential probability ratio test (1945) of a precision against a worse one, as two
/// straight lines over the cases shown and checked so far. It may be looked at after each of them.
struct PrecisionTest {
    double good = 0.9;  ///< precision as it should be
    double worse = 0.8; ///< at which the release should be taken back
    double falseRollback = 0.05;
    double missedRollback = 0.2;

    double upper = 0.0; ///< log likelihood ratio at which it is taken back: ln((1 - b) / a)
    double lower = 0.0; ///< at which it is kept: ln(b / (1 - a))
    double stepRight = 0.0;
    double stepWrong = 0.0;
    /// Taken back when wrong >= rollbackIntercept + slope n, kept when
    /// wrong <= slope n - keepIntercept.
    double slope = 0.0;
    double rollbackIntercept = 0.0;
    double keepIntercept = 0.0;
    /// Cases until it ends, on average, if the precision is `worse` or `good` (Wald's approximation
    /// without overshoot; it takes a little longer).
    double meanCasesIfWorse = 0.0;
    double meanCasesIfGood = 0.0;

    /// The wrong one among the first n cases that takes it back; absent where n cases cannot.
    std::optional<int> rollbackAt(int n) const;
    /// Up to so many wrong ones among the first n it is kept; absent where n are too few to say.
    std::optional<int> keepUpTo(int n) const;
};

/// 0 < worse < good < 1; both error chances in (0, 0.5).
PrecisionTest precisionTest(double good, double worse, double falseRollback = 0.05,
                            double missedRollback = 0.2);

/// What is watched after a release at an assessed setting. The three limits are our own choice, not
/// the literature's.
struct RollbackTrigger {
    /// Against half as many wrong ones again, or, where more than 2 of 5 are wrong already, a third
    /// fewer right ones. Where none was wrong, `good` is the low end of its interval. Absent
    /// without an interval that may be stated, or where all were wrong.
    std::optional<PrecisionTest> precision;
    /// Share of uses in which something is shown, a quarter up and down: needs no labels, so it is
    /// the first to tell. Absent where nothing is shown.
    std::optional<Interval> shareShown;
    /// Of all uses, at most: half as many again, but no less than its interval allows. Absent
    /// without latencies or budget, or where the share may not be stated.
    std::optional<double> late;
};
RollbackTrigger rollbackTrigger(const Assessment &assessment);

} // namespace oneinn
