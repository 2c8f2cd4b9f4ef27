// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/units.h"

#include <QLocale>
#include <QString>

/// Numbers as a person reads them: English, since the prose is, whatever the system's locale; with
/// thousands separators and a true minus sign.
namespace oneinn::wording {

/// Shares are told of so many uses where whole numbers of a hundred would be too coarse.
inline constexpr double thousand = 1000.0;

QLocale displayLocale();

/// A whole number of something, "2,210"; fractions (sums of weights) are rounded.
QString countText(double count);
/// With a fixed number of decimals; "−" is U+2212, and what rounds to zero has no sign.
QString numberText(double value, int decimals);

/// Scores like probabilities, which are told with at least two decimals.
bool liesInUnit(double score);

/// The fewest decimals (at least 2 where the score lies in [0, 1]) such that the number as written
/// makes the same decisions. "none shown" for +infinity.
QString thresholdText(Threshold threshold, const ThresholdInterval &sameDecisions);
/// The same as it stands in the file: negated there where lower scores are positive.
QString thresholdText(Threshold threshold, const ThresholdInterval &sameDecisions,
                      bool lowerIsPositive);
/// A score that is to be read, not typed: up to 4 significant decimals, at least 2 in [0, 1].
QString scoreText(double score);

/// Three significant digits: "0.35 ms", "400 ms", "1.25 s"; "timed out" for +infinity.
QString millisecondsText(double ms);
QString budgetText(Budget budget); ///< "none" when absent

/// "+62", "−41", "+0.62", "0": whole numbers from 100 up, else the given significant digits.
QString signedText(double value, int significantDigits = 2);
/// The same without a plus, but never "1e3": "0.4", "2.2", "14", "350".
QString plainNumberText(double value, int significantDigits = 2);
/// Whether both say "0".
bool isShownAsNothing(double value);

/// "13 of 100", "5 of 1,000" (below 2 %); with `of`, in that denominator. What is neither nobody
/// nor everybody is never rounded to it: "fewer than 1 of 100", "more than 99 of 100".
QString shareText(double share);
QString shareText(double share, int of);
/// Whether the former says "fewer than 1".
bool isBelowOne(double share);
/// The count of it alone, with words for "fewer than" and "more than".
QString shareCountText(double share, int of, const QString &fewer, const QString &more);

/// A bound as it may be typed: "1e-6", "1000000".
QString boundText(double bound);

/// A share a person has set, as precisely as it was: "1 in 20", "half", "0.13 of 100".
QString rateText(double rate);
/// Whether that says "1 in 20" or "half", and no count of 100.
bool isRoundRate(double rate);

} // namespace oneinn::wording
