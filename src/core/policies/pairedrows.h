// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictions.h"

#include <Eigen/Core>

#include <string>
#include <vector>

namespace oneinn {

/// Uses that every model has answered, side by side: what policies over several models, and fair
/// comparisons between them, are computed from. One row for each use.
struct PairedRows {
    std::vector<std::string> models; ///< never empty; "" alone where the file names no model
    LabelColumn label;
    Eigen::ArrayXd weight;   ///< > 0; 1 where the file has none
    Eigen::ArrayXXd score;   ///< uses x models; finite
    Eigen::ArrayXXd latency; ///< uses x models, milliseconds, +infinity = timed out; no column at
                             ///< all where the file has no latencies
    CodeColumn user;         ///< whose use it is; empty where the file does not say
    std::size_t rowsLeftOut = 0; ///< rows of uses that lack a model or a known latency

    Eigen::Index uses() const { return label.size(); }
    bool hasLatency() const { return latency.cols() > 0; }
};

} // namespace oneinn
