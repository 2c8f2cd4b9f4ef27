// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"
#include "core/units.h"

#include <optional>
#include <string>
#include <vector>

/// Labels of a judge who may err, corrected by better ones that a random part of the rows has.
namespace oneinn {

/// Rows that both have judged, and the others, which only the judge has.
struct JudgedRows {
    double both = 0.0;
    double goldGood = 0.0;  ///< of both, by the gold labels
    double judgeGood = 0.0; ///< of both, by the judge
    double bothGood = 0.0;  ///< by either
    double rest = 0.0;
    double restGood = 0.0; ///< by the judge
};

struct JudgedMean {
    /// How much the judge's labels count, in [0, 1]; absent: a judge who always says the same adds
    /// nothing.
    std::optional<double> weight;
    double estimate = 0.0;
    double se = 0.0;
    Interval interval; ///< 95 %, within [0, 1]
    double goldAlone = 0.0;
    double goldAloneSe = 0.0;
    double judgeAlone = 0.0; ///< of the rest; of both where there is no rest
    bool clipped = false;    ///< the estimate lay outside [0, 1]
};
/// The share of good ones (PPI++): taken that the rows with gold labels are a random part. Absent
/// with fewer than two of them. Rows are taken for independent.
std::optional<JudgedMean> judgedMean(const JudgedRows &rows);

/// What a threshold's shares are by gold labels; everyone waits, and rows weigh alike.
struct GoldShares {
    std::string column;
    double gold = 0.0; ///< rows that have one, of those selected
    double rows = 0.0;
    double agree = 0.0; ///< of the gold ones, where the judge says the same
    std::optional<JudgedMean> wrongOfShown;
    /// Absent where none of the silent, or none of those shown, has a gold label, or nothing is
    /// good.
    std::optional<double> missed;
    std::optional<Interval> missedInterval;
    std::optional<double> missedByJudge;
};

/// `column`: a segment column that holds the label's values, `positive` and `negative`; 1 and 0,
/// and whatever else, are no labels unless they are these.
struct GoldQuestion {
    std::string column;
    std::string positive;
    std::string negative;
    Selection selection;
    Threshold threshold;
};
std::optional<GoldShares> goldShares(const Predictions &predictions, const GoldQuestion &question);

} // namespace oneinn
