// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

/// How far a count may stray after a release before someone looks: it needs no labels.
namespace oneinn {

/// Looked at once for every so many uses.
struct VolumeLimits {
    int uses = 0;
    double halfWidth = 0.25;      ///< of the expected count, either way
    std::optional<int> low = {};  ///< fewer are too few; absent where none at all could be chance
    std::optional<int> high = {}; ///< more are too many; absent where all could be chance
    double falseAlarm = 0.0; ///< exact binomial chance, a look, that an unchanged release trips
};

enum class Watched { BothWays, MoreOnly };

/// Limits around a share of uses, a quarter of it either way, or wider where chance alone strays
/// farther (99 of 100, normal approximation); share in (0, 1], uses >= 1.
VolumeLimits volumeLimits(double share, int uses, Watched watched = Watched::BothWays);

/// Uses from which a quarter is wider than chance; share in (0, 1]. Grows without bound.
double usesForAQuarter(double share);

/// The same in a round number of uses (2, 3, 5 or 10 and noughts), from 200 to 10,000: a look that
/// takes longer comes too late.
VolumeLimits roundVolumeLimits(double share, Watched watched = Watched::BothWays);

} // namespace oneinn
