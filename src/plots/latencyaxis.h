// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "core/latency/percentile.h"
#include "core/predictions/predictionindex.h"
#include "core/units.h"

#include <QList>
#include <QPointF>

namespace oneinn {

/// A logarithmic time axis over all measured latencies; time-outs lie beyond its end.
charts::AxisMapping latencyAxis(const LatencyDistribution &latency);
/// Where one of several models is looked at, over the latencies of the whole file: models can then
/// be compared on it, and it stays when another one is picked.
charts::AxisMapping latencyAxis(const PredictionIndex &index);

/// Share answered by each distinct latency, in axis units; shares are of all rows with a known
/// latency, so that with time-outs the curve does not reach 1.
QList<QPointF> onTimePoints(const LatencyDistribution &latency, const charts::AxisMapping &mapping);

/// A budget to start from: what 95 of 100 answers keep, in round numbers.
Budget suggestedBudget(const PredictionIndex &index);

/// Two significant digits: what a person would say.
double roundedBudget(double milliseconds);

/// The budget moved by so many of its own second digits: 400 -> 410, 98 -> 99 -> 100 -> 110.
double steppedBudget(double milliseconds, int steps);

} // namespace oneinn
