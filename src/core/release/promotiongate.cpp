// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/release/promotiongate.h"

#include "core/comparison/normal.h"
#include "core/units.h"

#include <boost/math/distributions/binomial.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>

namespace oneinn {

namespace {

constexpr double oneSided = 0.95;

/// The normal quantile of a probability above one half.
double quantile(double probability)
{
    return normal::reach(2.0 * probability - 1.0);
}

/// Wilson 1927.
Interval wilson(const CheckedShown &counts, double z)
{
    const double n = counts.checked;
    const double share = counts.wrong / n;
    const double centre = (share + z * z / (2.0 * n)) / (1.0 + z * z / n);
    const double half =
            z / (1.0 + z * z / n) * std::sqrt(share * (1.0 - share) / n + z * z / (4.0 * n * n));
    return {centre - half, centre + half};
}

/// The fewest wrong ones beside it with which a release with so many goes on; one more than there
/// are where none do.
int fewestBeside(const PromotionGate &gate, int wrong, int from)
{
    const CheckedShown release{double(wrong), double(gate.release)};
    int low = from;
    int high = gate.beside + 1;
    while (low < high) {
        const int middle = low + (high - low) / 2;
        if (goesOn(release, {double(middle), double(gate.beside)}, gate.margin))
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

} // namespace

double worseByAtMost(const CheckedShown &release, const CheckedShown &beside)
{
    assert(release.checked > 0.0 && beside.checked > 0.0);
    static const double z = quantile(oneSided);
    const double here = release.wrong / release.checked;
    const double there = beside.wrong / beside.checked;
    return here - there + std::hypot(wilson(release, z).high - here, there - wilson(beside, z).low);
}

bool goesOn(const CheckedShown &release, const CheckedShown &beside, double margin)
{
    return worseByAtMost(release, beside) < margin;
}

double chanceToGoOn(const PromotionGate &gate, double wrong, double besideWrong)
{
    assert(gate.release > 0 && gate.beside > 0);
    const boost::math::binomial here(gate.release, wrong);
    const boost::math::binomial there(gate.beside, besideWrong);
    // Nothing that is told changes by what lies beyond.
    constexpr double reach = 9.0;
    const double mean = gate.release * wrong;
    const double spread = std::sqrt(mean * (1.0 - wrong)) + 1.0;
    const int first = std::max(0, static_cast<int>(mean - reach * spread));
    const int last = std::min(gate.release, static_cast<int>(mean + reach * spread));
    double chance = 0.0;
    int fewest = 0;
    for (int count = first; count <= last; ++count) {
        fewest = fewestBeside(gate, count, fewest);
        if (fewest > gate.beside)
            break;
        const double enough =
                fewest == 0 ? 1.0 : boost::math::cdf(boost::math::complement(there, fewest - 1));
        chance += boost::math::pdf(here, count) * enough;
    }
    return std::min(chance, 1.0);
}

double casesForGate(const GateQuestion &question)
{
    assert(question.share > 0.0 && question.share < 1.0 && question.margin > 0.0);
    const double reach = quantile(oneSided) + quantile(question.passed);
    const double beside = 1.0 + question.share / (1.0 - question.share);
    return std::ceil(reach * reach * question.wrong * (1.0 - question.wrong) * beside
                     / (question.margin * question.margin));
}

} // namespace oneinn
