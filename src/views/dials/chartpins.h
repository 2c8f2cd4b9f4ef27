// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/pointsitem.h"
#include "core/units.h"

#include <QPointF>
#include <QString>

#include <optional>
#include <vector>

namespace oneinn {

class PinResults;

/// A pinned point as the charts show it.
struct ChartPin {
    int pin = 0; ///< counted from 0
    QString letter;
    QString toolTip;
    Threshold threshold;
    Budget budget;
    std::optional<QPointF> recallPrecision; ///< absent where it is undefined
    double onTime = 1.0;                    ///< share of uses within its budget
    bool sameModel = true;                  ///< its scores are those that are looked at
};

/// Those of which it is known where they stand.
std::vector<ChartPin> chartPins(const PinResults &results);

/// Hollow, with its letter; dashed where it is another model's.
charts::NamedPoint pinnedPoint(const ChartPin &pin, QPointF axis);

} // namespace oneinn
