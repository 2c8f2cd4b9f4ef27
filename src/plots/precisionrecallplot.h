// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/thresholdsweep.h"

#include <QList>
#include <QPointF>

namespace oneinn {

/// Every threshold as recall and precision, as corners of steps, recall rising. Empty where nothing
/// is positive.
QList<QPointF> precisionRecallPoints(const ThresholdSweep &sweep);

} // namespace oneinn
