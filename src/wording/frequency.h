// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/experience/naturalfrequency.h"
#include "core/metrics/proportion.h"

#include <QString>

#include <optional>
#include <vector>

/// Shares as frequencies, and which form a share may be said in.
namespace oneinn::wording {

/// "1 in 8", "3 in 4", "half", "fewer than 1 in 1,000", "almost every", "every", "none".
QString frequencyText(const NaturalFrequency &frequency);
/// The same for something that happens time and again: "1 in 8 times", "half the time".
QString timesText(const NaturalFrequency &frequency);
/// Whether what a share is rounded to reads as keeping a limit, the most it may be, that it does
/// not keep.
bool readsAsKept(double share, double rounded, std::optional<double> limit);
/// frequencyText(), but "more than 1 in 10" of what would else read as keeping a limit it is
/// beyond.
QString frequencyText(double share, std::optional<double> limit);
QString timesText(double share, std::optional<double> limit);

/// How much may be said of a share: the gate of Reliability, then how wide its interval is.
enum class ShareForm {
    Counts, ///< "3 of 7"; only where the rows alone make the share
    TooFew, ///< "somewhere between 35 and 85 of 100"
    None,   ///< none seen: say up to how many there could be
    Every,  ///< all seen
    Wide,   ///< the interval spans more than a factor of 2: no 1 in N
    Stated,
};
ShareForm shareFormOf(const Proportion &proportion);

/// The denominator a share is said in: 100, or 1,000 below 2 %.
int denominatorOf(const Proportion &proportion);

/// "between 11 and 15", "at most 7", "at least 93"; where both ends round alike "about 13", "fewer
/// than 1", "more than 99".
QString betweenText(const Interval &interval, int of);
/// The same for a share that is hardly known: "somewhere between 35 and 85 of every 100".
QString somewhereText(const Interval &interval);

/// Shares that add up to 1 as whole numbers that add up to `total`: whole parts first, what is left
/// to the largest remainders, ties to the first (Hamilton's method).
std::vector<int> apportioned(const std::vector<double> &shares, int total);

} // namespace oneinn::wording
