// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/policies/useslice.h"
#include "core/predictions/predictions.h"
#include "core/review/reviewsteps.h"
#include "core/scenario.h"

#include <memory>
#include <vector>

namespace oneinn {

/// The uses that the model decides, as any band finds them: whoever reviews, and wherever it
/// begins and ends. Immutable.
struct ReviewUses {
    using Ptr = std::shared_ptr<const ReviewUses>;

    std::vector<ReviewedUse> uses; ///< scores rising
    CodeColumn users;              ///< of each; empty where rows are not alike by user
    CodeColumn days;
    double decided = 1.0; ///< share of all uses that the model decides
    ReviewSteps steps;

    /// Of a slice's rows, with as many positives as the base rate says. Null where the model
    /// decides none, and when stopped.
    static Ptr of(const UseSlice &slice, const ValueQuestion &question, const JobControl &job = {});
};

} // namespace oneinn
