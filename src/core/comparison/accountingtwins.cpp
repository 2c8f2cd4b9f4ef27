// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/accountingtwins.h"

#include <algorithm>
#include <cmath>

namespace oneinn {

bool onlyCountDifferently(const UseOutcomes &a, const UseOutcomes &b)
{
    bool differ = false;
    for (std::size_t use = 0; use < a.decision.size(); ++use) {
        const UseDecision one = a.decision[use];
        const UseDecision other = b.decision[use];
        const auto isSilent = [](UseDecision decision) {
            return decision == UseDecision::NotShown || decision == UseDecision::Unanswered;
        };
        if (one != other && !(isSilent(one) && isSilent(other)))
            return false;
        differ = differ || one != other;
    }
    const auto same = [](double one, double other) {
        return one == other || (std::isnan(one) && std::isnan(other));
    };
    return differ && std::equal(a.wait.begin(), a.wait.end(), b.wait.begin(), same)
            && (a.cost == b.cost).all();
}

} // namespace oneinn
