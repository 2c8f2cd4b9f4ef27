// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <Eigen/Core>

namespace oneinn {

/// A mean over strata in one period: how much of everything lies in each (share, >= 0), and what
/// that adds to the mean (share times the stratum's own mean). Of an empty stratum both are 0.
struct StratifiedMean {
    Eigen::ArrayXd share;
    Eigen::ArrayXd sum;
};

/// By stratum, in what both periods' means are in: `mix` because of how much lies in it, `within`
/// because of its own mean. All of both add up to the change where both periods' shares add up to
/// the same. Symmetric: with the periods exchanged each is its own negative.
struct MixAndWithin {
    Eigen::ArrayXd mix;
    Eigen::ArrayXd within;
};

/// Kitagawa 1955; mix is centred on the mean of the two overall means, so that a growing stratum
/// as good as the average adds nothing. A stratum that is empty in one period has the other's mean
/// there: all of it is mix. Both periods of one length (asserted), and neither empty.
MixAndWithin kitagawa(const StratifiedMean &before, const StratifiedMean &after);

} // namespace oneinn
