// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/experience/naturalfrequency.h"

#include "core/binaryguard.h"

#include <array>
#include <cassert>
#include <cmath>
#include <utility>

namespace oneinn {

namespace {

using Kind = NaturalFrequency::Kind;

double roundedHalfUp(double value)
{
    return std::floor(value + 0.5 + binaryGuard);
}

int oneIn(double share)
{
    const double uses = 1.0 / share;
    const double step = uses < 50.0 ? 1.0 : (uses < 100.0 ? 5.0 : 10.0);
    return static_cast<int>(step * roundedHalfUp(uses / step));
}

std::pair<int, int> nearestSpokenFraction(double share)
{
    // Ascending denominators: a later one must be strictly nearer, so that ties keep the smaller.
    static constexpr std::array<std::pair<int, int>, 12> spoken{{{1, 2},
                                                                 {1, 3},
                                                                 {2, 3},
                                                                 {1, 4},
                                                                 {3, 4},
                                                                 {1, 5},
                                                                 {2, 5},
                                                                 {3, 5},
                                                                 {4, 5},
                                                                 {3, 10},
                                                                 {7, 10},
                                                                 {9, 10}}};
    auto best = spoken.front();
    double smallest = 1.0;
    for (const auto &candidate : spoken) {
        const double distance =
                std::abs(share - static_cast<double>(candidate.first) / candidate.second);
        if (distance < smallest - binaryGuard) {
            smallest = distance;
            best = candidate;
        }
    }
    return best;
}

} // namespace

int countOf(double share, int of)
{
    assert(share >= 0.0 && share <= 1.0 && of > 0);
    return static_cast<int>(roundedHalfUp(share * of));
}

NaturalFrequency naturalFrequency(double share)
{
    assert(share >= 0.0 && share <= 1.0);
    if (share == 0.0)
        return {Kind::NoneSeen, 0, 0, {}};
    if (share == 1.0)
        return {Kind::EveryOne, 0, 0, {}};
    if (share < 0.001)
        return {Kind::Rare, 0, 0, {}};
    const int of = share < 0.02 ? 1000 : 100;
    const NaturalFrequency::Count companion{countOf(share, of), of};
    if (share >= 0.95)
        return {Kind::AlmostEvery, 0, 0, companion};
    if (share <= 0.20)
        return {Kind::AInB, 1, oneIn(share), companion};
    const auto [a, b] = nearestSpokenFraction(share);
    if (b == 2)
        return {Kind::Half, 0, 0, companion};
    return {Kind::AInB, a, b, companion};
}

} // namespace oneinn
