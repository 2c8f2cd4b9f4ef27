// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/predictions/predictioncolumns.h"

#include <Eigen/Core>

#include <vector>

namespace oneinn {

/// The budget of each row where a dial is at one, by its code; finite, > 0.
struct RowPaces {
    const CodeColumn *codes = nullptr; ///< of one of the predictions' columns
    std::vector<double> budget;        ///< milliseconds
    double at = 1.0;                   ///< likewise: the dial

    double budgetOf(Eigen::Index row) const { return budget[(*codes)[row]]; }
};

} // namespace oneinn
