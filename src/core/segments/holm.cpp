// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/segments/holm.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace oneinn {

namespace {

double logChoose(double n, double k)
{
    return std::lgamma(n + 1.0) - std::lgamma(k + 1.0) - std::lgamma(n - k + 1.0);
}

/// How many of `n` drawn are among `yes` of `all`.
struct Hypergeometric {
    double n, yes, all;

    double low() const { return std::max(0.0, n + yes - all); }
    double high() const { return std::min(n, yes); }
    double at(double k) const
    {
        return std::exp(logChoose(yes, k) + logChoose(all - yes, n - k) - logChoose(all, n));
    }
    /// At k and beyond it, away from the middle, where terms fall.
    double tail(double k, double step) const
    {
        double term = at(k);
        double sum = term;
        const double end = step > 0.0 ? high() : low();
        for (; k != end && term > sum * std::numeric_limits<double>::epsilon(); k += step) {
            const double up = (n - k) * (yes - k) / ((k + 1.0) * (all - yes - n + k + 1.0));
            const double down = k * (all - yes - n + k) / ((n - k + 1.0) * (yes - k + 1.0));
            term *= step > 0.0 ? up : down;
            sum += term;
        }
        return sum;
    }
};

struct EffectiveCounts {
    double yes, n;
};

EffectiveCounts effectiveCounts(const Proportion &share)
{
    const double n = std::floor(share.effectiveN);
    return {std::round(share.value * n), n};
}

double tP(const Proportion &a, const Proportion &b)
{
    const double difference = std::abs(a.value - b.value);
    const double pooled =
            (a.value * a.effectiveN + b.value * b.effectiveN) / (a.effectiveN + b.effectiveN);
    const double variance = pooled * (1.0 - pooled) * (1.0 / a.effectiveN + 1.0 / b.effectiveN);
    if (!(difference > 0.0) || !(variance > 0.0))
        return 1.0;
    const auto unitsOf = [](const Proportion &share) {
        return share.clusters > 0.0 ? share.effectiveClusters : share.effectiveN;
    };
    const double freedom = std::min(unitsOf(a), unitsOf(b)) - 1.0;
    if (!(freedom > 0.0))
        return 1.0;
    const boost::math::students_t t(freedom);
    return 2.0 * boost::math::cdf(boost::math::complement(t, difference / std::sqrt(variance)));
}

} // namespace

std::vector<bool> holmHolds(const std::vector<double> &p, double error)
{
    std::vector<std::size_t> order(p.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
    std::vector<bool> holds(p.size(), false);
    auto left = static_cast<double>(p.size());
    for (const std::size_t each : order) {
        if (!(p[each] * left <= error))
            break;
        holds[each] = true;
        left -= 1.0;
    }
    return holds;
}

double fisherP(double yesA, double nA, double yesB, double nB)
{
    const Hypergeometric drawn{nA, yesA + yesB, nA + nB};
    const double middle = drawn.n * drawn.yes / std::max(1.0, drawn.all);
    return std::min(1.0, 2.0 * drawn.tail(yesA, yesA > middle ? 1.0 : -1.0));
}

double leastFisherP(double yesA, double nA, double yesB, double nB)
{
    const Hypergeometric drawn{nA, yesA + yesB, nA + nB};
    return std::min(1.0, 2.0 * std::min(drawn.at(drawn.low()), drawn.at(drawn.high())));
}

double differenceP(const Proportion &a, const Proportion &b)
{
    const EffectiveCounts here = effectiveCounts(a);
    const EffectiveCounts there = effectiveCounts(b);
    return std::max(fisherP(here.yes, here.n, there.yes, there.n), tP(a, b));
}

double leastDifferenceP(const Proportion &a, const Proportion &b)
{
    const EffectiveCounts here = effectiveCounts(a);
    const EffectiveCounts there = effectiveCounts(b);
    return leastFisherP(here.yes, here.n, there.yes, there.n);
}

std::vector<bool> couldHold(const std::vector<double> &leastP, double error)
{
    std::vector<double> sorted = leastP;
    std::ranges::sort(sorted);
    // The smallest k of which no more than k could be named among k.
    double k = 1.0;
    const auto among = [&](double count) {
        return static_cast<double>(std::ranges::upper_bound(sorted, error / count)
                                   - sorted.begin());
    };
    while (among(k) > k)
        k += 1.0;
    std::vector<bool> could;
    could.reserve(leastP.size());
    for (const double least : leastP)
        could.push_back(least <= error / k);
    return could;
}

} // namespace oneinn
