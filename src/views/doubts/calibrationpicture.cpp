// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/doubts/calibrationpicture.h"

#include "wording/calibrationviewwords.h"

namespace oneinn {

std::vector<charts::NamedPoint> reliabilityPoints(const std::vector<ReliabilityBin> &bins,
                                                  const charts::AxisMapping &mapping)
{
    std::vector<charts::NamedPoint> points;
    for (const ReliabilityPlace &place : reliabilityPlaces(bins, mapping)) {
        charts::NamedPoint point;
        point.id = static_cast<int>(points.size());
        point.axis = place.axis;
        point.left = point.right = place.axis.x();
        point.low = place.low;
        point.high = place.high;
        const ReliabilityBin &bin = bins[points.size()];
        point.toolTip = wording::binText(bin);
        // Where none came true, or all, the place at the edge says little: on an axis of odds it
        // and a bar to the far end would look like the surest mistake of all. The table has the
        // numbers.
        if (bin.observed.value <= 0.0 || bin.observed.value >= 1.0) {
            point.low = point.high = point.axis.y();
            point.look = charts::NamedPoint::Look::Faded;
        }
        points.push_back(std::move(point));
    }
    return points;
}

} // namespace oneinn
