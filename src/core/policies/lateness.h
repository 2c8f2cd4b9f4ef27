// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/proportion.h"
#include "core/policies/pairedrows.h"
#include "core/policies/policy.h"
#include "core/units.h"

#include <optional>

/// Does it matter which answers are late?
namespace oneinn {

/// What users get where late answers are not shown.
struct EffectiveRates {
    double precision = 0.0;
    double recall = 0.0;
};

/// What it would be if lateness had nothing to do with label and score: recall falls with the share
/// in time, precision stays. A precision that moves under a deadline is itself a finding.
EffectiveRates effectiveIfIndependent(const EffectiveRates &model, double shareInTime);

/// How many of two kinds of uses are in time.
struct InTimeShares {
    std::optional<Proportion> one, other; ///< absent where there is none of that kind
    /// 95 % interval of one - other; absent where either is. Newcombe 1998 (independent shares),
    /// method 10: Wilson's limits combined.
    std::optional<Interval> difference;

    /// The interval excludes 0: lateness depends on which kind a use is.
    bool differ() const { return difference && (difference->low > 0.0 || difference->high < 0.0); }
};

/// Is a model's lateness independent of what it says and of what is so? Three looks at the same
/// uses: at 95 %, one in seven files finds a difference by chance where there is none.
struct LatenessByKind {
    InTimeShares shownAndSilent; ///< what the model answers at its threshold, in time or not
    InTimeShares rightAndWrong;
    InTimeShares positiveAndNegative;

    bool looksIndependent() const
    {
        return !shownAndSilent.differ() && !rightAndWrong.differ() && !positiveAndNegative.differ();
    }
};

/// Absent where the rows have no latencies.
std::optional<LatenessByKind> latenessByKind(const PairedRows &rows, const ModelPoint &point,
                                             Milliseconds budget);

} // namespace oneinn
