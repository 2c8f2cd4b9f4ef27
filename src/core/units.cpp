// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/units.h"

#include <cmath>
#include <numeric>

namespace oneinn {

Threshold ThresholdInterval::operatingThreshold() const
{
    if (std::isinf(low) || std::isinf(high) || isOfBins)
        return {high};
    const double middle = std::midpoint(low, high);
    // Neighbouring doubles have no number between them; low itself decides differently.
    return {low < middle && middle < high ? middle : high};
}

} // namespace oneinn
