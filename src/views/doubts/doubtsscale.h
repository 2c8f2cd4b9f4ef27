// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/plotframe.h"

#include <QList>
#include <QPointF>

#include <optional>

namespace oneinn {

/// Along the horizontal axis, in its units; infinite ends allowed.
struct AxisRange {
    double low = 0.0;
    double high = 0.0;
};

/// The value axis for a curve, with room under it for bars and above it for words. Thresholds that
/// lose many times as much as those within the range, and as showing nothing (the last point), run
/// out of the picture: on their scale no difference near the best would be seen. Only what is on
/// the curve's part has ticks.
charts::AxisSpec valueAxis(const QList<QPointF> &curve, const std::optional<AxisRange> &near,
                           const QString &title);

} // namespace oneinn
