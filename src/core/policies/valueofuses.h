// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/policies/pairedrows.h"
#include "core/policies/useoutcomes.h"

#include <Eigen/Core>

namespace oneinn {

/// Chance, by use, that its user is still there when it ends.
Eigen::ArrayXd stillThere(const UseOutcomes &outcomes, const PatienceCurve &patience);

/// What one use is worth, see valueOfUses(); staying: S.
double valueOfUse(const OutcomeValues &values, UseDecision decision, bool positive, double staying);

/// What each use is worth, weights apart: S u(label, decision) + (1 - S) late() with S the chance
/// that its user is still there; late() whole where it ends unanswered. Costs of calls are not in
/// it: they may be in another unit.
Eigen::ArrayXd valueOfUses(const PairedRows &rows, const UseOutcomes &outcomes,
                           const UseTerms &terms);

/// What a use is worth where nothing is ever shown and nobody waits.
double valueOfShowingNothing(const PairedRows &rows, const OutcomeValues &values);

/// Their weighted mean.
double valuePerUse(const PairedRows &rows, const UseOutcomes &outcomes, const UseTerms &terms);

} // namespace oneinn
