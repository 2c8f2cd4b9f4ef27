// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/servedcolumns.h"

#include <cassert>

namespace oneinn {

namespace {

Eigen::ArrayXd &columnOf(ServedColumns &columns, bool positive, bool isShown)
{
    if (positive)
        return isShown ? columns.tp : columns.fn;
    return isShown ? columns.fp : columns.tn;
}

} // namespace

ServedColumns servedColumns(const PairedRows &rows, const UseOutcomes &outcomes,
                            const PatienceCurve &patience)
{
    const Eigen::Index uses = rows.uses();
    assert(outcomes.wait.size() == uses);
    const Eigen::ArrayXd nothing = Eigen::ArrayXd::Zero(uses);
    ServedColumns columns{nothing, nothing, nothing, nothing, nothing};
    for (Eigen::Index i = 0; i < uses; ++i) {
        const UseDecision decision = outcomes.decision[static_cast<std::size_t>(i)];
        const bool answered = decision != UseDecision::Unanswered && !isLost(decision);
        const double served = answered ? patience.stillWaiting({outcomes.wait[i]}) : 0.0;
        columnOf(columns, rows.label[i] != 0, decision == UseDecision::Shown)[i] = served;
        columns.unserved[i] = 1.0 - served;
    }
    return columns;
}

ServedCells servedCells(const PairedRows &rows, const ServedColumns &columns)
{
    const auto sum = [&rows](const Eigen::ArrayXd &column) { return (rows.weight * column).sum(); };
    return {sum(columns.tp), sum(columns.fp), sum(columns.fn), sum(columns.tn),
            sum(columns.unserved)};
}

} // namespace oneinn
