// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/nearbest.h"
#include "core/predictions/budgetslice.h"
#include "core/units.h"

namespace oneinn {

/// The range of the thresholds that are near the best by NearBestRule, exact over every distinct
/// score of an on-time row and "show nothing". Bins in which none is for certain are passed over.
/// best: a threshold of most value.
/// factors restate the rows at another share of positives; uses: all there are, restated.
NearBest nearBest(const BudgetSlice &slice, const ClassFactors &factors, const ValueGain &gain,
                  Threshold best, const Tally &uses);

/// The range from one cut between positions of the slice's order to another, lowest >= highest.
NearBest rangeOfCuts(const BudgetSlice &slice, std::size_t lowest, std::size_t highest,
                     double mostLost);
bool isOnTime(const BudgetSlice &slice, std::size_t position);

} // namespace oneinn
