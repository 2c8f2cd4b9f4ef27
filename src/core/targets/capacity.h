// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// What a limit per day means on days that are not like the average. The number on a day is taken
/// to be Poisson: uses come independently, at the same rate every day.
namespace oneinn {

/// Days that may be over a limit which is kept "on almost every day".
inline constexpr double shareOfDaysOverAllowed = 0.05;

/// Share of days with more than so many, `mean` on average. mean >= 0, most >= 0.
double shareOfDaysOver(double mean, double most);

/// The largest mean for which at most such a share of days has more: 14.07 for 20 and 5 of 100
/// days. share in (0, 1).
double largestMeanFor(double most, double share = shareOfDaysOverAllowed);

} // namespace oneinn
