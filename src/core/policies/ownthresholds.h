// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scenario.h"

#include <Eigen/Core>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

/// Thresholds of their own, moved by one dial: what a score is on the dial, and the way back.
namespace oneinn {

/// A score whose threshold is `of`, as it stands on a dial at `own`: on the same side of it. Within
/// a scale from 0 to 1 its odds have the ratio to those of `own` that they had to those of `of`: of
/// probabilities that is what another base rate, or other values, do to all alike. Likewise on any
/// other scale, whose ends stay where they are; what lies beyond them stays as well. Where a
/// threshold is at an end, or beyond it, what is shown and what is not are stretched apart. Without
/// a scale, and where the dial is at an end of it, it is as far from `own` as it was from `of`.
/// Never falls as the score rises. Both thresholds are finite.
double onDial(double score, Threshold of, Threshold own, const std::optional<Interval> &scale);

/// The lowest score that a dial at `dial` shows of what onDial() moves: to the last digit, so that
/// whoever compares scores with it shows the same rows. Infinite where the dial is.
Threshold fromDial(Threshold dial, Threshold of, Threshold own,
                   const std::optional<Interval> &scale);

/// From 0 to 1 where all scores are (or from -1 to 0: lower ones are positive), as probabilities
/// are; else from the lowest score to the highest. Of calls that have a score; absent where all
/// have the same.
std::optional<Interval> scaleOfScores(const Predictions &predictions);

/// The same on the scale of these scores; whatever else it is stays.
std::optional<Combination> onScale(std::optional<Combination> combination,
                                   const Predictions &predictions);

/// The same thresholds now, chosen where the dial is; as it is where that is not finite.
std::optional<Combination> chosenAt(std::optional<Combination> combination, Threshold dial);

/// Those of a scenario; null where no segment has one.
const ThresholdsBySegment *thresholdsBySegment(const std::optional<Combination> &combination);

/// Of those that are named, in their order, where the dial is: in the units of the scores.
std::vector<ThresholdsBySegment::Own> thresholdsNow(const ThresholdsBySegment &thresholds,
                                                    Threshold dial);
/// Empty where no segment has one.
std::vector<ThresholdsBySegment::Own> thresholdsNow(const Scenario &scenario);

/// The threshold that uses of a segment have where the dial is: its own, or the dial's.
Threshold thresholdOf(const std::optional<Combination> &combination, const std::string &column,
                      const std::string &value, Threshold dial);

/// The same with one value's threshold (finite) set where the dial is; absent: it has the dial's
/// again. Absent where no value has one of its own any more. What was of another column, or
/// combined several calls, is gone.
std::optional<Combination> withThreshold(const std::optional<Combination> &combination,
                                         const std::string &column, const std::string &value,
                                         const std::optional<Threshold> &threshold, Threshold dial);

/// The scores of some rows as they stand on the dial: rows[i] of the predictions has score[i]. As
/// they are where the predictions lack the column.
Eigen::ArrayXd steeredScores(const Predictions &predictions, const ThresholdsBySegment &thresholds,
                             const std::vector<std::uint32_t> &rows,
                             const Eigen::Ref<const Eigen::ArrayXd> &score);

/// A copy in which the rows of a model (absent: all rows) have the scores that stand on the dial;
/// everything else is shared. Null where the predictions lack the column, or a threshold is not
/// finite.
PredictionsPtr steeredPredictions(const Predictions &predictions,
                                  const std::optional<std::string> &model,
                                  const ThresholdsBySegment &thresholds);

} // namespace oneinn
