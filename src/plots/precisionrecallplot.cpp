// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "plots/precisionrecallplot.h"

#include "charts/decimate.h"
#include "core/metrics/curves.h"

namespace oneinn {

QList<QPointF> precisionRecallPoints(const ThresholdSweep &sweep)
{
    QList<QPointF> points;
    if (const auto curve = precisionRecallCurve(sweep)) {
        points.reserve(curve->recall.size());
        for (Eigen::Index k = 0; k < curve->recall.size(); ++k)
            points.append(QPointF(curve->recall[k], curve->precision[k]));
    }
    return charts::stepPoints(points, charts::Step::Before);
}

} // namespace oneinn
