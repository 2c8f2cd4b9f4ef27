// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/curves/bestbyprice.h"

#include <algorithm>
#include <cassert>

namespace oneinn {

namespace {

struct GainLoss {
    double gain = 0.0;
    double loss = 0.0;
};

GainLoss operator-(const GainLoss &a, const GainLoss &b)
{
    return {a.gain - b.gain, a.loss - b.loss};
}

/// Whether the middle one is never the best, or only where its neighbours are as good.
bool isBelow(const GainLoss &before, const GainLoss &middle, const GainLoss &after)
{
    const GainLoss first = middle - before;
    const GainLoss second = after - middle;
    return first.gain * second.loss <= second.gain * first.loss;
}

double behind(const BestSomewhere &best, const GainLoss &point, double weight)
{
    return weight * (best.gain - point.gain) - (1.0 - weight) * (best.loss - point.loss);
}

} // namespace

BestByPrice::BestByPrice(const ThresholdSweep &sweep, double gainUnit, double lossUnit)
{
    m_all.push_back({.threshold = Threshold::alertOnNothing(), .weights = {}});
    const auto valueOf = [](const BestSomewhere &each) { return GainLoss{each.gain, each.loss}; };
    for (Eigen::Index row = 0; row < sweep.size(); ++row) {
        const GainLoss next{sweep.tp[row] / gainUnit, sweep.fp[row] / lossUnit};
        // What catches nothing more is no better at any price.
        if (!(next.gain > m_all.back().gain))
            continue;
        while (m_all.size() > 1
               && isBelow(valueOf(m_all[m_all.size() - 2]), valueOf(m_all.back()), next))
            m_all.pop_back();
        m_all.push_back({.threshold = {sweep.threshold[row]},
                         .gain = next.gain,
                         .loss = next.loss,
                         .weights = {}});
    }
    for (std::size_t k = 0; k + 1 < m_all.size(); ++k) {
        const GainLoss step = valueOf(m_all[k + 1]) - valueOf(m_all[k]);
        m_all[k].weights.high = step.loss / (step.loss + step.gain);
        m_all[k + 1].weights.low = m_all[k].weights.high;
    }
    m_all.back().weights.high = 1.0;
}

std::optional<BestByPrice> BestByPrice::ofRates(const ThresholdSweep &sweep)
{
    if (!(sweep.positives > 0.0) || !(sweep.negatives > 0.0))
        return std::nullopt;
    return BestByPrice(sweep, sweep.positives, sweep.negatives);
}

std::optional<BestByPrice> BestByPrice::ofUses(const ThresholdSweep &sweep)
{
    const double uses = sweep.positives + sweep.negatives;
    if (!(uses > 0.0))
        return std::nullopt;
    return BestByPrice(sweep, uses, uses);
}

const BestSomewhere &BestByPrice::at(double weight) const
{
    const auto found = std::ranges::find_if(
            m_all, [weight](const BestSomewhere &each) { return weight <= each.weights.high; });
    return found == m_all.end() ? m_all.back() : *found;
}

Suited BestByPrice::suited(double gain, double loss) const
{
    const GainLoss point{gain, loss};
    // The best is behind no point of the curve; what is left there is rounding.
    constexpr double rounding = 1e-12;
    double least = behind(m_all.front(), point, 0.0);
    Interval where{0.0, 0.0};
    for (const BestSomewhere &each : m_all) {
        const double weight = each.weights.high;
        const double here = behind(each, point, weight);
        if (here < least - rounding)
            where = {weight, weight};
        else if (here <= least + rounding)
            where.high = weight;
        least = std::min(least, here);
    }
    return {where, least <= rounding};
}

double normalisedExpectedCost(double recall, double fpr, double probabilityCost)
{
    return (1.0 - recall) * probabilityCost + fpr * (1.0 - probabilityCost);
}

double netBenefitOfShares(double rightShown, double wrongShown, double pt)
{
    assert(pt < 1.0);
    return rightShown - wrongShown * pt / (1.0 - pt);
}

} // namespace oneinn
