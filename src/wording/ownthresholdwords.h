// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/combination.h"
#include "core/units.h"

#include <QString>

/// Segments with thresholds of their own.
namespace oneinn::wording {

/// In a sentence: "each channel has a threshold of its own: app 0.04, web 0.06; any other 0.05",
/// where the dial is. `lowerIsPositive`: scores are told as they stand in the file, negated.
QString ownThresholdsPhrase(const ThresholdsBySegment &thresholds, Threshold dial,
                            bool lowerIsPositive);

/// What follows the colon of that: "app 0.04, web 0.06; any other 0.05".
QString ownThresholdsList(const ThresholdsBySegment &thresholds, Threshold dial,
                          bool lowerIsPositive);

/// "thresholds by channel", as a part of a name.
QString ownThresholdsName(const ThresholdsBySegment &thresholds);
/// To be typed again: with all its digits where it has few, else with seven, so that what scores as
/// much is shown. It is the lowest score that is shown, or between two of them. What only sums of
/// numbers as large as `around`, and of itself, have added is rounded off.
QString ownThresholdText(Threshold threshold, bool lowerIsPositive = false, double around = 0.0);
/// How large the numbers are that thresholds at a dial are sums of; 0 where it was not moved.
double roundedAround(const ThresholdsBySegment &thresholds, Threshold dial);

/// What keeps segments from having them in a table: it is by two columns, nothing or everything is
/// shown, several calls are operated as one, or they have them by another column.
QString oneColumnForThresholdsText();
QString finiteDialForThresholdsText();
QString severalCallsForThresholdsText();
QString otherThresholdsText(const ThresholdsBySegment &thresholds);
/// What the box does.
QString thresholdByHandHint();

} // namespace oneinn::wording
