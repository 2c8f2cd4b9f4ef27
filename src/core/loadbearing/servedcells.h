// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/outcomevalues.h"

#include <functional>

namespace oneinn {

/// What uses end in, patience included: summed weights, >= 0. The four cells hold the uses whose
/// user was still there for the outcome.
struct ServedCells {
    double tp = 0.0;
    double fp = 0.0;
    double fn = 0.0;
    double tn = 0.0;
    double unserved = 0.0; ///< ended without an answer, or without their user

    double uses() const { return tp + fp + fn + tn + unserved; }
};

/// What a use is worth on average; there must be uses (asserted).
double valuePerUse(const ServedCells &cells, const OutcomeValues &values);

/// What a use is worth where nothing is ever shown and nobody waits: at a share of positives,
/// every positive is a miss and every negative silent.
double valueWithoutPredictions(double prevalence, const OutcomeValues &values);

/// Cells per use from rates, for a product of which no more is known: whether a user is still there
/// has nothing to do with what is right. recall and precision in (0, 1].
ServedCells servedCells(double prevalence, double recall, double precision, double stillThere);

/// What users would meet if every answer took so many times as long; 1 = as it is.
using CellsAtSlowdown = std::function<ServedCells(double slowdown)>;

} // namespace oneinn
