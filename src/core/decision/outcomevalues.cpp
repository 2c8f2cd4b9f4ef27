// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/decision/outcomevalues.h"

namespace oneinn {

OutcomeValues::OutcomeValues(double tp, double fp, double fn, double tn, double late)
    : m_late(late)
{
    m_cells << tp, fn, fp, tn;
}

double OutcomeValues::of(const ConfusionMatrix &matrix) const
{
    return m_cells.cwiseProduct(matrix.cells()).sum();
}

double OutcomeValues::of(const OperatingCounts &counts, LatePolicy policy) const
{
    const auto folded = counts.folded(policy);
    return of(folded.matrix()) + m_late * folded.late().weight;
}

} // namespace oneinn
