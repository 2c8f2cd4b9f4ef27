// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clusters/usercorrelation.h"

#include <algorithm>

namespace oneinn {

std::optional<UserCorrelation> userCorrelation(const UserSums &sums)
{
    if (sums.users < 2.0 || !(sums.uses > sums.users))
        return std::nullopt;
    UserCorrelation found;
    found.meanOfUses = sums.bad / sums.uses;
    found.meanOfUsers = sums.meansOfUsers / sums.users;
    const double p = found.meanOfUses;
    found.betweenUsers = std::max(0.0, sums.squaresAUse - sums.uses * p * p) / (sums.users - 1.0);
    found.withinUsers = std::max(0.0, sums.bad - sums.squaresAUse) / (sums.uses - sums.users);
    found.usesAUser = (sums.uses - sums.squaredUses / sums.uses) / (sums.users - 1.0);
    constexpr double rounding = 1e-12;
    if (p > rounding && p < 1.0 - rounding) {
        const double variance =
                std::max(0.0, (found.betweenUsers - found.withinUsers) / found.usesAUser);
        found.correlation = std::min(1.0, variance / (p * (1.0 - p)));
    }
    found.usable = sums.usersWithEnough >= usersForCorrelation;
    return found;
}

} // namespace oneinn
