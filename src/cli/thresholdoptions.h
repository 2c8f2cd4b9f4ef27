// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/json.h"
#include "cli/optionreader.h"
#include "cli/options.h"
#include "cli/scoreunits.h"

/// --threshold-by: segments with thresholds of their own.
namespace oneinn::cli {

/// Commands that operate a whole setting, and take a --threshold.
bool takesOwnThresholds(Command command);
/// Why another command does not.
QString noOwnThresholdsText(Command command);
OptionEntry thresholdByEntry();
void readOwnThresholds(OptionReader &reader, Options &options);

/// "COLUMN:A=0.4,B=0.6": split at the first ':', at ',' and at each part's last '='; what stands
/// in double quotes is not split, and "" is one of them there. The thresholds are finite, each
/// value is named once.
std::optional<ThresholdsBySegment> thresholdsNamed(const QString &text);

/// What is wrong with those that are asked for, now that the file is known.
std::optional<QString> ownThresholdsProblem(const Options &options, const Predictions &predictions);

/// As the scenario has them, with its threshold for all others.
ThresholdsBySegment inUnits(ThresholdsBySegment typed, Threshold dial, ScoreUnits units);

/// {"column", "values": [{"value", "threshold"}], "others"}, in the file's units; null: one for
/// all.
Json ownThresholdsJson(const Scenario &scenario, ScoreUnits units);
/// The same where the dial, which moves them all, is somewhere else; null where that is infinite.
Json ownThresholdsAt(Scenario scenario, Threshold dial, ScoreUnits units);
/// In words, within a sentence; empty where the other is null.
QString ownThresholdsAtText(Scenario scenario, Threshold dial, ScoreUnits units);

} // namespace oneinn::cli
