// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/confusionmatrix.h"
#include "core/metrics/operatingcounts.h"

#include <Eigen/Core>

namespace oneinn {

/// What one use is worth by its outcome, in the person's own unit; costs are negative.
/// Same shape as ConfusionMatrix, so that value = sum of the coefficient-wise product.
class OutcomeValues {
public:
    OutcomeValues()
        : OutcomeValues(1.0, -1.0, -1.0, 0.0)
    {
    }
    OutcomeValues(double tp, double fp, double fn, double tn, double late = 0.0);

    double tp() const { return m_cells(0, 0); }
    double fn() const { return m_cells(0, 1); }
    double fp() const { return m_cells(1, 0); }
    double tn() const { return m_cells(1, 1); }
    double late() const { return m_late; } ///< counts only where late uses are unanswered

    /// Summed value of the four cells.
    double of(const ConfusionMatrix &matrix) const;
    /// Summed value of all uses, late ones as the policy says.
    double of(const OperatingCounts &counts, LatePolicy policy) const;

    friend bool operator==(const OutcomeValues &a, const OutcomeValues &b)
    {
        return a.m_cells == b.m_cells && a.m_late == b.m_late;
    }

private:
    Eigen::Matrix2d m_cells;
    double m_late = 0.0;
};

} // namespace oneinn
