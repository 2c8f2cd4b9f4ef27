// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/operatingcounts.h"
#include "core/units.h"

#include <optional>

/// Shares and how sure they are.
namespace oneinn {

/// Intervals for k of n, k and n real (effective counts), 0 <= k <= n, n > 0, confidence in (0, 1).
/// Wilson 1927 is the default shown; Jeffreys has Brown, Cai & DasGupta's (2001) boundary rule
/// (lower 0 at k = 0, upper 1 at k = n); Clopper-Pearson is for guarantees and the gate.
Interval wilsonInterval(double k, double n, double confidence = 0.95);
Interval jeffreysInterval(double k, double n, double confidence = 0.95);
Interval clopperPearsonInterval(double k, double n, double confidence = 0.95);

/// Upper limits for a share of which none was seen in n > 0 cases.
double ruleOfThreeUpper(double n);                          ///< 3/n, at most 1
double zeroEventsUpper(double n, double confidence = 0.95); ///< exact, one-sided: 1 - alpha^(1/n)

/// (sum w)^2 / sum w^2; 0 for an empty tally. Kish 1965.
double kishEffectiveN(const Tally &tally);

/// May a share be stated at all? On effective counts. (Our rule, after Parker et al. 2017.)
enum class Reliability {
    CountsOnly, ///< n < 10: say "3 of 7"
    TooFew,     ///< n < 30, or a 95 % Clopper-Pearson interval of width >= 0.30
    Stated,
};
Reliability reliabilityOf(double k, double n);

/// A share with what is needed to say how sure it is.
struct Proportion {
    double value = 0.0;
    Interval interval; ///< Wilson, 95 %, on effective counts
    double effectiveN = 0.0;
    Tally yes; ///< rows for which it holds
    Tally all; ///< rows it is a share of: the denominator
    Reliability reliability = Reliability::Stated;
};

/// Linearised variance of a weighted share, n/(n-1) sum w^2 (y-R)^2 / (sum w)^2; absent for fewer
/// than two rows.
std::optional<double> linearisedVariance(const Tally &yes, const Tally &no);

/// How low, and how high, the true share of `yes` may be: Wilson 1927, one-sided, 95 %, on the
/// effective counts of proportion(). There must be weight (asserted).
double lowerLimit(const Tally &yes, const Tally &no);
double upperLimit(const Tally &yes, const Tally &no);

/// Share of `yes` in yes + no. Rows of equal weight count as they are. Otherwise effective n =
/// R (1 - R) / linearised variance, capped at the number of rows (after Korn & Graubard 1998);
/// Kish's where the share is 0 or 1. Interval and gate are on effective n and k = share * n.
/// Absent when there is no weight at all, or so few users stay that not even half a row is left.
std::optional<Proportion> proportion(const Tally &yes, const Tally &no);
/// The share of all others: right of what is wrong. Absent stays absent.
std::optional<Proportion> complementOf(std::optional<Proportion> share);
/// The share alone. Absent stays absent.
std::optional<double> valueOf(const std::optional<Proportion> &share);

} // namespace oneinn
