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
        point.toolTip = wording::binText(bins[points.size()]);
        points.push_back(std::move(point));
    }
    return points;
}

} // namespace oneinn
