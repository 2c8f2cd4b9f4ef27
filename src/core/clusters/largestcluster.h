// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/proportion.h"
#include "core/predictions/predictions.h"
#include "core/predictions/selection.h"

#include <optional>

namespace oneinn {

/// A user, case or group with so much of all uses that every interval rests on it.
struct LargestCluster {
    ClusterOf of = ClusterOf::User;
    double share = 0.0; ///< of the weight of all uses, in (0, 1]
};

/// Absent where there are none, fewer than fewestClusters, or none has a tenth of all uses and
/// twice as many as one has on average: a convention. Failed calls are uses.
std::optional<LargestCluster> largestCluster(const Predictions &predictions,
                                             const Selection &selection);

} // namespace oneinn
