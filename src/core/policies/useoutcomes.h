// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/outcomevalues.h"
#include "core/latency/patience.h"
#include "core/policies/pairedrows.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace oneinn {

/// What a use ends in, for a user who waits.
enum class UseDecision : std::uint8_t {
    NotShown,   ///< the answer, or the lack of one, is to stay silent
    Shown,      ///<
    Unanswered, ///< late, where that is an outcome of its own
};

/// What a policy does with each of PairedRows' uses: columns of one length.
struct UseOutcomes {
    std::vector<UseDecision> decision;
    /// The answer that was waited for came after the budget, whatever was done about it.
    std::vector<std::uint8_t> late;
    Eigen::ArrayXd wait; ///< milliseconds until the use is over for the user; +infinity = never
    Eigen::ArrayXd cost; ///< of the calls made for it, in the person's own unit
};

/// What outcomes are worth, and who waits for them.
struct UseTerms {
    OutcomeValues values;   ///< late(): of a use that ends without an answer or without its user
    PatienceCurve patience; ///< who is still there after a wait
};

} // namespace oneinn
