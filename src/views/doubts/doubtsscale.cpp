// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/doubts/doubtsscale.h"

#include "charts/barsitem.h"

#include <algorithm>

namespace oneinn {

namespace {

constexpr double mostTimesAsLow = 3.0; ///< of what is lost in the range, still in the picture
constexpr double roomForWords = 0.14;  ///< of the plot, above the curve
constexpr double airAboveBars = 0.06;  ///< of the plot

/// What the curve's part of the plot goes down to.
double lowestInSight(const QList<QPointF> &curve, const std::optional<AxisRange> &near, double top)
{
    double lost = top - curve.last().y();
    double bottom = top;
    for (const QPointF &point : curve) {
        bottom = std::min(bottom, point.y());
        if (near && point.x() >= near->low && point.x() <= near->high)
            lost = std::max(lost, top - point.y());
    }
    return lost > 0.0 ? std::max(bottom, top - mostTimesAsLow * lost) : bottom;
}

} // namespace

charts::AxisSpec valueAxis(const QList<QPointF> &curve, const std::optional<AxisRange> &near,
                           const QString &title)
{
    if (curve.isEmpty())
        return charts::numberAxis(title, 0.0, 1.0);
    const double top = std::max_element(curve.begin(), curve.end(), [](QPointF a, QPointF b) {
                           return a.y() < b.y();
                       })->y();
    double floor = lowestInSight(curve, near, top);
    if (!(floor < top))
        floor = top - 1.0; // all alike
    constexpr double under = charts::BarsItem::partOfPlot + airAboveBars;
    const double plot = (top - floor) / (1.0 - under - roomForWords);
    charts::AxisSpec axis =
            charts::numberAxis(title, floor - under * plot, top + roomForWords * plot);
    axis.ticks = [ticks = axis.ticks, floor, top](int atMost) {
        std::vector<charts::Tick> shown = ticks(atMost);
        std::erase_if(shown, [floor, most = top + 0.1 * (top - floor)](const charts::Tick &tick) {
            return tick.axis < floor || tick.axis > most;
        });
        return shown;
    };
    return axis;
}

} // namespace oneinn
