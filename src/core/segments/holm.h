// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/proportion.h"

#include <optional>
#include <vector>

/// Differences among many, named only where they hold for all of them at once.
namespace oneinn {

/// Which of these p-values are small enough that, whatever is true, one or more of them is so by
/// chance in at most `error` of all families (Holm 1979). In their order.
std::vector<bool> holmHolds(const std::vector<double> &p, double error = 0.05);

/// Two-sided p that two shares of different cases are one: the larger of two, both on effective
/// counts. Fisher's exact one, which holds however few there are, and Student's t of the pooled
/// share, with one less than the clusters of the side that has fewer.
double differenceP(const Proportion &a, const Proportion &b);

/// The smallest that fisherP() could have been, however the same cases had fallen: with as many on
/// either side, and as many that say yes on both together.
double leastFisherP(double yesA, double nA, double yesB, double nB);
/// leastFisherP() of two shares, on effective counts as differenceP() is.
double leastDifferenceP(const Proportion &a, const Proportion &b);

/// Which of a family could have been named at all, by the least each p could have been (Tarone
/// 1990). Those that could not need not be counted: what may be looked at is known before anybody
/// has looked.
std::vector<bool> couldHold(const std::vector<double> &leastP, double error = 0.05);

/// Two-sided, exact, given how many of both there are (Fisher 1935): twice the smaller tail of the
/// hypergeometric, at most 1. Counts are whole, yes <= n, n >= 0.
double fisherP(double yesA, double nA, double yesB, double nB);

} // namespace oneinn
