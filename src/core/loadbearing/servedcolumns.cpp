// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/servedcolumns.h"

#include "core/parallel.h"

#include <array>
#include <cassert>
#include <cstddef>

namespace oneinn {

namespace {

Eigen::ArrayXd &columnOf(ServedColumns &columns, bool positive, bool isShown)
{
    if (positive)
        return isShown ? columns.tp : columns.fn;
    return isShown ? columns.fp : columns.tn;
}

double &cellOf(ServedCells &cells, bool positive, bool isShown)
{
    if (positive)
        return isShown ? cells.tp : cells.fn;
    return isShown ? cells.fp : cells.tn;
}

/// Chance that a use's user is there for an answer.
double servedShare(const UseOutcomes &outcomes, std::size_t use, const PatienceCurve &patience)
{
    const UseDecision decision = outcomes.decision[use];
    const bool answered = decision != UseDecision::Unanswered && !isLost(decision);
    return answered ? patience.stillWaiting({outcomes.wait[static_cast<Eigen::Index>(use)]}) : 0.0;
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
        const double served = servedShare(outcomes, static_cast<std::size_t>(i), patience);
        columnOf(columns, rows.label[i] != 0, decision == UseDecision::Shown)[i] = served;
        columns.unserved[i] = 1.0 - served;
    }
    return columns;
}

Eigen::ArrayXd servedShares(const UseOutcomes &outcomes, const PatienceCurve &patience)
{
    constexpr unsigned shareThreads = 2;
    Eigen::ArrayXd served(outcomes.wait.size());
    const auto uses = static_cast<std::size_t>(served.size());
    inParts(uses, threadsFor(uses, shareThreads),
            [&](unsigned, std::size_t begin, std::size_t end) {
                for (std::size_t use = begin; use < end; ++use)
                    served[static_cast<Eigen::Index>(use)] = servedShare(outcomes, use, patience);
            });
    return served;
}

ServedCells servedCells(const PairedRows &rows, const UseOutcomes &outcomes,
                        const PatienceCurve &patience)
{
    const auto uses = static_cast<std::size_t>(rows.uses());
    if (uses < rowsWorthAThread)
        return servedCells(rows, servedColumns(rows, outcomes, patience));
    constexpr unsigned parts = 2;
    std::array<ServedCells, parts> sums;
    inParts(uses, parts, [&](unsigned part, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const auto use = static_cast<Eigen::Index>(i);
            const UseDecision decision = outcomes.decision[i];
            const double served = servedShare(outcomes, i, patience);
            cellOf(sums[part], rows.label[use] != 0, decision == UseDecision::Shown) +=
                    rows.weight[use] * served;
            sums[part].unserved += rows.weight[use] * (1.0 - served);
        }
    });
    return {sums[0].tp + sums[1].tp, sums[0].fp + sums[1].fp, sums[0].fn + sums[1].fn,
            sums[0].tn + sums[1].tn, sums[0].unserved + sums[1].unserved};
}

ServedCells servedCells(const PairedRows &rows, const ServedColumns &columns)
{
    const auto sum = [&rows](const Eigen::ArrayXd &column) { return (rows.weight * column).sum(); };
    return {sum(columns.tp), sum(columns.fp), sum(columns.fn), sum(columns.tn),
            sum(columns.unserved)};
}

} // namespace oneinn
