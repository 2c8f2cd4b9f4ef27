// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/waits/twowaits.h"

#include <cassert>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

namespace oneinn {

namespace {

bool isLate(double wait, Milliseconds budget)
{
    return wait > budget.value;
}

LateReasons reasonsOf(const Eigen::ArrayXd &first, const Eigen::ArrayXd &whole,
                      const Eigen::ArrayXd &weight, const WaitBudgets &budgets)
{
    LateReasons reasons;
    for (Eigen::Index use = 0; use < first.size(); ++use) {
        const bool firstLate = isLate(first[use], budgets.first);
        const bool wholeLate = isLate(whole[use], budgets.whole);
        // In time by the one wait and not known by the other is neither.
        if (std::isnan(whole[use]) && !firstLate)
            continue;
        reasons.uses += weight[use];
        if (firstLate && wholeLate)
            reasons.both += weight[use];
        else if (firstLate)
            reasons.firstAlone += weight[use];
        else if (wholeLate)
            reasons.wholeAlone += weight[use];
    }
    return reasons;
}

} // namespace

Eigen::ArrayXd waitsUnder(const Predictions &predictions, const WaitBudgets &budgets)
{
    assert(predictions.wholeWait());
    const Eigen::ArrayXd &first = *predictions.firstWait();
    Eigen::ArrayXd waits = *predictions.wholeWait();
    const double beyond =
            std::nextafter(budgets.whole.value, std::numeric_limits<double>::infinity());
    for (Eigen::Index row = 0; row < waits.size(); ++row) {
        if (isLate(first[row], budgets.first) && !isLate(waits[row], budgets.whole))
            waits[row] = beyond;
    }
    return waits;
}

std::optional<TwoWaits> twoWaits(const Predictions &predictions, const Selection &selection,
                                 const std::optional<WaitBudgets> &budgets)
{
    if (!predictions.wholeWait())
        return std::nullopt;
    const std::vector<std::uint32_t> rows = predictions.select(selection);
    const Eigen::ArrayXd first = (*predictions.firstWait())(rows);
    const Eigen::ArrayXd whole = (*predictions.wholeWait())(rows);
    const Eigen::ArrayXd weight = predictions.weight()
            ? Eigen::ArrayXd((*predictions.weight())(rows))
            : Eigen::ArrayXd(Eigen::ArrayXd::Ones(first.size()));
    TwoWaits waits{LatencyDistribution(first, &weight), LatencyDistribution(whole, &weight), {}};
    if (budgets)
        waits.late = reasonsOf(first, whole, weight, *budgets);
    return waits;
}

} // namespace oneinn
