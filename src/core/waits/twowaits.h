// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/latency/percentile.h"
#include "core/predictions/predictions.h"
#include "core/units.h"

#include <Eigen/Core>

#include <optional>

/// Answers that come in pieces: a user waits until the first token, and until the whole answer.
namespace oneinn {

/// Each of its own wait, in milliseconds, finite and > 0.
struct WaitBudgets {
    Milliseconds first;
    Milliseconds whole;
};

/// The waits until the whole answer, so that an answer is late under the budget of the whole one
/// iff either budget is broken: where the first token is late they are beyond budgets.whole, by the
/// smallest step there is where they would not be by themselves. What is late is exact then; how
/// long such a use took is not, so neither percentiles nor users who leave may be told from it.
/// Where the whole wait is not known (NaN), the first token tells alone whether it is late, and
/// stays unknown where that was in time. Requires Predictions::wholeWait() (asserted).
Eigen::ArrayXd waitsUnder(const Predictions &predictions, const WaitBudgets &budgets);

/// Late uses by which budget they break; weights of uses that have either wait.
struct LateReasons {
    double firstAlone = 0.0;
    double wholeAlone = 0.0;
    double both = 0.0;
    double uses = 0.0; ///< of known waits: in time or late

    double late() const { return firstAlone + wholeAlone + both; }
};

struct TwoWaits {
    LatencyDistribution first; ///< a missing one is the whole wait
    LatencyDistribution whole;
    std::optional<LateReasons> late; ///< absent without budgets
};

/// Of the selected calls that were answered; absent where the file has one wait alone.
std::optional<TwoWaits> twoWaits(const Predictions &predictions, const Selection &selection,
                                 const std::optional<WaitBudgets> &budgets);

} // namespace oneinn
