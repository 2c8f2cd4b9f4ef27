// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/operatingpoint.h"

namespace oneinn::cli {

OperatingPoint operatingPoint(const OperatingCounts &counts, const Scenario &scenario)
{
    const OperatingCounts restated = counts.rebased(restatement(counts, scenario.baseRate));
    OperatingPoint point;
    point.matrix = counts.folded(scenario.latePolicy).matrix();
    point.metrics = pointMetrics(restated.folded(scenario.latePolicy).matrix());
    const double uses = restated.uses().weight;
    if (uses > 0.0)
        point.valuePer1000 = 1000.0 * scenario.values.of(restated, scenario.latePolicy) / uses;
    return point;
}

} // namespace oneinn::cli
