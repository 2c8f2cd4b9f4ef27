// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/conventions/toolrules.h"
#include "core/index/rowsums.h"
#include "core/metrics/confusionmatrix.h"
#include "core/metrics/thresholdsweep.h"

#include <cstdint>
#include <optional>
#include <vector>

/// One number as one tool prints it.
namespace oneinn {

/// Why a tool's number is another than ours.
enum class ToolReason : std::uint8_t {
    TieNotShown,   ///< a score of exactly the threshold
    NearestScore,  ///< the threshold is moved to it
    Sigmoid,       ///< scores are taken for logits
    RowsCountOnce, ///< whatever they weigh
    Averaged,      ///< over both classes
    NoDenominator, ///< 0 / 0
    Interpolated,  ///< between two points of the precision-recall curve
    ScoreItself,   ///< is the threshold, and not the middle of the gap below it
};

struct ToolCell {
    enum class Status : std::uint8_t {
        Number,
        NotANumber,         ///< the tool prints NaN, or Weka's "?"
        NotPrinted,         ///< the tool has no such metric
        NeedsProbabilities, ///< and the scores are none
        Refused,       ///< the tool stops with an error: one class, or a threshold beyond [0, 1]
        NotDocumented, ///< what it would print
    };
    Status status = Status::NotPrinted;
    double value = 0.0; ///< of Number
    /// The tool keeps only some of the scores as thresholds, and which is not told by the file:
    /// near to this.
    bool about = false;
    bool differs = false; ///< from ours, or is undefined where ours is not, or the other way round
    std::vector<ToolReason> reasons = {}; ///< of a difference

    std::optional<double> number() const
    {
        return status == Status::Number ? std::optional(value) : std::nullopt;
    }
};

/// Precision to accuracy by our definitions; absent where undefined, and for other metrics.
std::optional<double> pointMetric(const ConfusionMatrix &matrix, ToolMetric metric);
/// The same metrics as a tool has them, of the rows that it shows.
ToolCell pointCell(const ToolRules &rules, const ConfusionMatrix &matrix, ToolMetric metric);

ToolCell rocCell(Tool tool, const ThresholdSweep &sweep);
ToolCell precisionRecallCell(Tool tool, const ThresholdSweep &sweep);
/// BestF1Threshold and BestF1.
ToolCell bestF1Cell(Tool tool, const ThresholdSweep &sweep, ToolMetric metric);
/// Scores have to be probabilities (asserted).
ToolCell logLossCell(Tool tool, const ThresholdSweep &sweep);
ToolCell brierCell(Tool tool, const ThresholdSweep &sweep);

/// Weights of the two classes at the score of one row of the sweep.
ClassWeights classWeightsAt(const ThresholdSweep &sweep, Eigen::Index row);
/// Whether every score lies in [0, 1].
bool scoresLieInUnit(const ThresholdSweep &sweep);
/// Mean squared error of scores in [0, 1]; Brier 1950. Absent for other scores.
std::optional<double> brierScore(const ThresholdSweep &sweep);
/// Mean of -ln p of what came true, p held `clip` away from 0 and 1; likewise absent.
std::optional<double> logLoss(const ThresholdSweep &sweep, double clip);

} // namespace oneinn
