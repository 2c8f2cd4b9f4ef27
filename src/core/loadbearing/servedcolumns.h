// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/loadbearing/servedcells.h"
#include "core/policies/useoutcomes.h"

#include <Eigen/Core>

namespace oneinn {

/// What each use adds to ServedCells, before its weight: shares of one use that add up to 1.
struct ServedColumns {
    Eigen::ArrayXd tp;
    Eigen::ArrayXd fp;
    Eigen::ArrayXd fn;
    Eigen::ArrayXd tn;
    Eigen::ArrayXd unserved;
};

/// Users who have left before the use was over are unserved; so is everyone whose use stays
/// unanswered.
ServedColumns servedColumns(const PairedRows &rows, const UseOutcomes &outcomes,
                            const PatienceCurve &patience);

/// By use, the chance that its user is there for an answer: what is not unserved.
Eigen::ArrayXd servedShares(const UseOutcomes &outcomes, const PatienceCurve &patience);

/// Summed over all uses, by weight.
ServedCells servedCells(const PairedRows &rows, const ServedColumns &columns);

/// The same without the columns.
ServedCells servedCells(const PairedRows &rows, const UseOutcomes &outcomes,
                        const PatienceCurve &patience);

} // namespace oneinn
