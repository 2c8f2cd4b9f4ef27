// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/outcomevalues.h"
#include "core/ends/endparts.h"
#include "core/ends/endrule.h"
#include "core/latency/patience.h"
#include "core/policies/pairedrows.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace oneinn {

/// What a policy does with each of PairedRows' uses: columns of one length.
struct UseOutcomes {
    std::vector<UseDecision> decision;
    /// The answer that was waited for came after the budget, whatever was done about it.
    std::vector<std::uint8_t> late;
    /// Milliseconds until the use is over for the user; +infinity = never, NaN = the call failed.
    Eigen::ArrayXd wait;
    Eigen::ArrayXd cost;        ///< of the calls made for it, in the person's own unit
    std::vector<OwnAnswer> own; ///< empty: it decides everywhere
};

/// What outcomes are worth, and who waits for them.
struct UseTerms {
    OutcomeValues values;   ///< late(): of a use that ends without an answer or its user
    PatienceCurve patience; ///< who is still there after a wait
};

} // namespace oneinn
