// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/periods/keepingcost.h"

#include "core/clusters/influencespread.h"
#include "core/comparison/bootstrap.h"
#include "core/comparison/linearised.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

namespace oneinn {

namespace {

/// By use, in which half it is: all of a user in one. A unit's place is scrambled (Knuth's
/// multiplicative hash), as users of a file may be in an order that means something.
std::vector<std::uint8_t> halvesOf(const PairedRows &rows)
{
    const CodeColumn &codes = rows.user.size() > 0 ? rows.user : rows.day;
    std::vector<std::uint8_t> halves(static_cast<std::size_t>(rows.uses()));
    for (std::size_t use = 0; use < halves.size(); ++use) {
        const auto unit = codes.size() > 0 ? codes[static_cast<Eigen::Index>(use)]
                                           : static_cast<std::uint32_t>(use);
        halves[use] = static_cast<std::uint8_t>((unit * 2654435769U) >> 31U);
    }
    return halves;
}

/// Uses in one half, or all others, by score from the highest.
class ThresholdChooser {
public:
    ThresholdChooser(const ShownOrNot &uses, const Eigen::ArrayXd &weight)
        : m_uses(uses)
        , m_gain(weight * (uses.shown.measured - uses.notShown.measured))
    {
        for (Eigen::Index use = 0; use < uses.shown.uses(); ++use) {
            if (!uses.shown.failed(use))
                m_order.push_back(use);
        }
        std::ranges::sort(m_order, std::ranges::greater(),
                          [&](Eigen::Index use) { return uses.shown.score(use); });
    }

    /// The lowest score that is shown where most is gained in a half; infinity: nothing is.
    double bestIn(const std::vector<std::uint8_t> &halves, std::uint8_t half) const
    {
        double gain = 0.0;
        double most = 0.0;
        double best = Threshold::alertOnNothing().value;
        for (std::size_t i = 0; i < m_order.size(); ++i) {
            const Eigen::Index use = m_order[i];
            if (halves[static_cast<std::size_t>(use)] == half)
                gain += m_gain[use];
            const double score = m_uses.shown.score(use);
            const bool isLast =
                    i + 1 == m_order.size() || m_uses.shown.score(m_order[i + 1]) < score;
            if (isLast && gain > most) {
                most = gain;
                best = score;
            }
        }
        return best;
    }

private:
    const ShownOrNot &m_uses;
    Eigen::ArrayXd m_gain;
    std::vector<Eigen::Index> m_order;
};

HeldOutCost heldOutCost(const ShownOrNot &uses, const Eigen::ArrayXd &weight, Threshold kept)
{
    const PairedRows &rows = uses.shown.rows;
    const std::vector<std::uint8_t> halves = halvesOf(rows);
    const ThresholdChooser chooser(uses, weight);
    const std::array<double, 2> best{chooser.bestIn(halves, 0), chooser.bestIn(halves, 1)};
    Eigen::ArrayXd cost = Eigen::ArrayXd::Zero(rows.uses());
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        if (uses.shown.failed(use))
            continue;
        const double score = uses.shown.score(use);
        const double chosen = best[1U - halves[static_cast<std::size_t>(use)]];
        const double gain = uses.shown.measured[use] - uses.notShown.measured[use];
        cost[use] = (score >= chosen ? gain : 0.0) - (score >= kept.value ? gain : 0.0);
    }
    const LinearisedRatio mean = *linearisedMean(weight, cost);
    const double reach = influenceSpread(mean.influence, rows.user, rows.day).reach();
    return {mean.value, {mean.value - reach, mean.value + reach}};
}

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

std::optional<ShownOrNot> shownOrNot(const std::shared_ptr<const PredictionIndex> &index,
                                     const Scenario &scenario)
{
    Scenario all = scenario;
    all.threshold = {-Threshold::alertOnNothing().value};
    Scenario none = scenario;
    none.threshold = Threshold::alertOnNothing();
    auto shown = periodUses(index, all, DropMeasure::Value);
    auto notShown = periodUses(index, none, DropMeasure::Value);
    if (!shown || !notShown)
        return std::nullopt;
    return ShownOrNot{std::move(*shown), std::move(*notShown)};
}

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
