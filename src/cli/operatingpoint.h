// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

#include <optional>

namespace oneinn::cli {

/// What is counted at one point of a curve, and what follows from it.
struct OperatingPoint {
    ConfusionMatrix matrix;             ///< of the file, late uses as the policy says
    PointMetrics metrics;               ///< restated at the base rate
    std::optional<double> valuePer1000; ///< the same; absent without any use
};

/// The part of assess() that a curve needs at each of its points.
OperatingPoint operatingPoint(const OperatingCounts &counts, const Scenario &scenario);

} // namespace oneinn::cli
