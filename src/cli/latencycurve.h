// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictionindex.h"

#include <vector>

namespace oneinn::cli {

/// What a budget of exactly this latency would bring.
struct LatencyPoint {
    double latency = 0.0; ///< ms
    double onTimeShare = 0.0;
    OperatingCounts counts;
};

/// One point for every distinct known latency that is no time-out, ascending, at one threshold: in
/// one pass over the rows in order of latency, instead of one for each budget.
std::vector<LatencyPoint> latencyCurve(const PredictionIndex &index, Threshold threshold);

} // namespace oneinn::cli
