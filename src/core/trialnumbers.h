// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/predictions/predictions.h"
#include "core/problem.h"

#include <optional>
#include <string>

namespace oneinn {

/// What a way to read a file comes to, in a few numbers: enough to see that a column was taken for
/// another. All but the account are of the rows that one would look at first, and of answered
/// calls; by weight where there are weights.
struct TrialNumbers {
    RowAccount account;                    ///< of every model's records
    std::optional<std::string> model = {}; ///< whose rows these are, of several
    double positiveShare = 0.0;
    double lowScore = 0.0; ///< as Predictions::score(): higher speaks for the positive class
    double highScore = 0.0;
    std::optional<double> auc = {};        ///< absent where there is one class only
    std::optional<double> medianWait = {}; ///< ms, +infinity: timed out; absent: no wait is known
    std::optional<double> slowWait = {};   ///< ms; 95 of 100 wait no longer
};

/// Problems: those of PredictionIndex::build().
Result<TrialNumbers> trialNumbers(const PredictionsPtr &predictions, const JobControl &job = {});

} // namespace oneinn
