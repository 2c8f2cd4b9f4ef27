// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/labels/selectivelabels.h"
#include "core/metrics/operatingcounts.h"
#include "core/policies/scenariorows.h"
#include "core/units.h"

#include <optional>

namespace oneinn {

struct Assessment;

/// Which of a scenario's uses have a label, at a threshold, and what can be said of recall all the
/// same; everyone waits, and calls that failed are left aside. The silent ones are taken in strata
/// by score. Absent where all have a label, and where several calls are combined.
std::optional<SelectiveLabels> labelsOfUses(const ScenarioRows &rows, Threshold threshold);

/// The same by a look at the counts of the threshold, without strata: bounds of recall, and no
/// estimate.
std::optional<SelectiveLabels> labelsByCounts(const ScenarioRows &rows,
                                              const OperatingCounts &counts, Threshold threshold);

/// What an audit of the silent uses asks: the same for a file and for what it lets expect.
struct SilentToAudit {
    double shown = 0.0;      ///< all of them, with a label or without
    double labelled = 0.0;   ///< of these
    double goodShare = 0.0;  ///< of the labelled, > 0
    double unlabelled = 0.0; ///< silent ones
    double guess = 0.0;      ///< of good ones among them, in (0, 1)
};
AuditQuestion auditQuestion(const SilentToAudit &silent, double halfWidth);

/// Takes out of metrics and intervals what needs to know what silent uses were.
void forgetSilent(Assessment &assessment);

} // namespace oneinn
