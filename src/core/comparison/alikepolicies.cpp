// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/alikepolicies.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace oneinn {

namespace {

constexpr double alikeWithin = 1e-9;
constexpr double mostWaitLookedAt = 0.95; ///< beyond, few uses say little

bool same(double a, double b)
{
    const double apart = std::abs(a - b);
    return a == b || (std::isfinite(apart) && apart <= alikeWithin * std::max(1.0, std::abs(b)));
}

bool sameShares(const Shares &a, const Shares &b)
{
    constexpr std::array told{Share::WrongOfShown, Share::Missed, Share::Late, Share::Failed,
                              Share::Left};
    return std::ranges::all_of(told, [&](Share share) {
        const auto first = a[share];
        const auto second = b[share];
        return first && second ? same(first->value, second->value)
                               : first.has_value() == second.has_value();
    });
}

bool sameWaits(const std::vector<WaitPercentile> &a, const std::vector<WaitPercentile> &b)
{
    return std::ranges::equal(a, b, [](const WaitPercentile &one, const WaitPercentile &other) {
        return one.p > mostWaitLookedAt || same(one.wait.value, other.wait.value);
    });
}

bool areAlike(const PolicySummary &a, const PolicySummary &b, bool pricedCalls)
{
    return same(a.valuePerUse, b.valuePerUse) && sameShares(a.shares, b.shares)
            && sameWaits(a.waits, b.waits)
            && (!pricedCalls || same(a.costPerThousandUses, b.costPerThousandUses));
}

} // namespace

std::vector<std::size_t> firstAlike(const ComparedPolicies &compared)
{
    std::vector<std::size_t> first;
    for (std::size_t policy = 0; policy < compared.policies.size(); ++policy) {
        std::size_t alike = 0;
        while (alike < policy
               && !areAlike(compared.policies[alike].summary, compared.policies[policy].summary,
                            !compared.callsAreCounted))
            ++alike;
        first.push_back(alike);
    }
    return first;
}

} // namespace oneinn
