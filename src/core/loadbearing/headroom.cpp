// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/loadbearing/headroom.h"

#include <algorithm>

namespace oneinn {

namespace {

constexpr double firstStep = 0.01;
constexpr double bisectedTo = 1e-12; ///< of the slowdown

/// turning: what is lost where all of the failure is added once more; most: how often it can be.
std::optional<double> proportional(double gap, double turning, double most)
{
    if (!(turning > 0.0) || gap > turning * most)
        return std::nullopt;
    return gap / turning;
}

std::optional<double> ofLatency(const CellsAtSlowdown &cells, const OutcomeValues &values,
                                double withoutPredictions)
{
    const auto noBetter = [&](double worsening) {
        return valuePerUse(cells(1.0 + worsening), values) <= withoutPredictions;
    };
    double low = 0.0;
    double high = firstStep;
    while (!noBetter(high)) {
        if (high >= mostSlowdown - 1.0)
            return std::nullopt;
        low = high;
        high = std::min(2.0 * high, mostSlowdown - 1.0);
    }
    while (high - low > bisectedTo * (1.0 + high)) {
        const double middle = low + (high - low) / 2.0;
        (noBetter(middle) ? high : low) = middle;
    }
    return high;
}

} // namespace

Headroom headroom(const CellsAtSlowdown &cells, const OutcomeValues &values,
                  double withoutPredictions)
{
    const ServedCells now = cells(1.0);
    const double gap = (valuePerUse(now, values) - withoutPredictions) * now.uses();
    if (gap <= 0.0)
        return {0.0, 0.0, 0.0};
    Headroom result;
    if (now.fp > 0.0)
        result.precision = proportional(gap, now.fp * (values.tn() - values.fp()), now.tn / now.fp);
    if (now.fn > 0.0)
        result.recall = proportional(gap, now.fn * (values.tp() - values.fn()), now.tp / now.fn);
    result.latency = ofLatency(cells, values, withoutPredictions);
    return result;
}

} // namespace oneinn
