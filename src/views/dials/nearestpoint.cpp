// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/dials/nearestpoint.h"

#include <limits>

namespace oneinn {

std::optional<Eigen::Index> nearestOperatingPoint(const ThresholdSweep &sweep,
                                                  QPointF recallAndPrecision, QSizeF plotSize)
{
    std::optional<Eigen::Index> nearest;
    double least = std::numeric_limits<double>::infinity();
    if (!(sweep.positives > 0.0))
        return nearest;
    for (Eigen::Index row = 0; row < sweep.size(); ++row) {
        const double shown = sweep.tp[row] + sweep.fp[row];
        if (!(shown > 0.0))
            continue;
        const double dx =
                (sweep.tp[row] / sweep.positives - recallAndPrecision.x()) * plotSize.width();
        const double dy = (sweep.tp[row] / shown - recallAndPrecision.y()) * plotSize.height();
        const double distance = dx * dx + dy * dy;
        if (distance < least) {
            least = distance;
            nearest = row;
        }
    }
    return nearest;
}

} // namespace oneinn
