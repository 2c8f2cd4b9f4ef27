// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/keepingcost.h"

#include "core/comparison/bootstrap.h"

#include <cmath>

namespace oneinn {

namespace {

double shareOfGood(const PairedRows &rows)
{
    return (rows.weight * rows.label.cast<double>()).sum() / rows.weight.sum();
}

/// As if so many were good; absent of one class.
std::optional<Eigen::ArrayXd> restatedWeight(const PairedRows &rows, double good)
{
    const double was = shareOfGood(rows);
    if (was <= 0.0 || was >= 1.0 || good <= 0.0 || good >= 1.0)
        return std::nullopt;
    const Eigen::ArrayXd label = rows.label.cast<double>();
    return rows.weight * (label * (good / was) + (1.0 - label) * ((1.0 - good) / (1.0 - was)));
}

double reachOf(const HeldOutCost &cost)
{
    return cost.interval.high - cost.cost;
}

} // namespace

std::optional<KeepingCost> keepingCost(const ShownOrNot &before, const ShownOrNot &after,
                                       Threshold kept)
{
    if (ResampleUnits(before.shown.rows).size() < 2 || ResampleUnits(after.shown.rows).size() < 2)
        return std::nullopt;
    KeepingCost cost;
    cost.all = heldOutCost(after, after.shown.rows.weight, kept);
    if (const auto weight = restatedWeight(before.shown.rows, shareOfGood(after.shown.rows)))
        cost.baseRate = heldOutCost(before, *weight, kept);
    cost.rest.cost = cost.all.cost - cost.baseRate.cost;
    const double reach = std::hypot(reachOf(cost.all), reachOf(cost.baseRate));
    cost.rest.interval = {cost.rest.cost - reach, cost.rest.cost + reach};
    return cost;
}

} // namespace oneinn
