// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/worthoflabels.h"
#include "core/doubts/thresholddoubts.h"
#include "core/job.h"
#include "core/problem.h"

#include <optional>

/// What more labelled uses would be worth for choosing between the best threshold and another.
namespace oneinn {

struct LabelWorth {
    Threshold best;
    Threshold other;
    /// Best less other per use; what it was chosen too good by is taken off, as far as to none.
    KnownDifference known;
    double ofCertainty = 0.0; ///< per use, were it known exactly which is better
    LabelPlan plan;
    /// Where both would be worth the same on these data.
    OutcomeValues values;
    double goodShare = 0.0; ///< of all uses, as restated
    BreakEven breakEven;
};

/// more: uses that would be labelled besides; absent: as many again. Absent where both decide
/// alike, where users or days are too few to tell how far the difference may be off, and without
/// doubts of the choice. The doubts must be those of the rows (asserted). Problem: Cancelled when
/// stopped.
Result<std::optional<LabelWorth>> labelWorth(const ScenarioRows &rows,
                                             const ThresholdDoubts &doubts, Threshold other,
                                             std::optional<double> more,
                                             const JobControl &job = {});

/// Of the best and what is done now, as many again; where now is the best, of it and doing nothing.
Result<std::optional<LabelWorth>> labelWorthOfNow(const ScenarioRows &rows,
                                                  const ThresholdDoubts &doubts, Threshold now,
                                                  const JobControl &job = {});

} // namespace oneinn
