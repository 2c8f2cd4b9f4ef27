// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/targets.h"
#include "core/metrics/proportion.h"
#include "core/policies/useslice.h"
#include "core/scenario.h"
#include "core/units.h"

#include <optional>

namespace oneinn {

/// How many uses end in an answer in time: that of the model asked, or of the one that answers in
/// its place. Silence at the budget is no answer. Whoever is still there to see it counts alike.
struct AnsweredWithin {
    Tally yes, no;
    /// The longest wait that an answer may take: the target's, or the budget where late answers
    /// are cut off before.
    Milliseconds limit;
    /// The wait within which the target's share would be answered, were nothing cut off; absent:
    /// never, since too many time out.
    std::optional<Milliseconds> waitForShare;

    Proportion share() const { return *proportion(yes, no); }
};

/// At the slice's budget and late policy, restated by `factors`. Absent where no latency is known.
std::optional<AnsweredWithin> answeredWithin(const UseSlice &slice, const ClassFactors &factors,
                                             const Targets::AnsweredWithin &target);

} // namespace oneinn
