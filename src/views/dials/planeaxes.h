// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "charts/plotframe.h"
#include "core/valueplane.h"

#include <QRectF>

namespace oneinn {

/// The axes of the plane: thresholds as on the scores' axis, budgets as on the latencies', and
/// above the longest of them a band for no budget at all.
class PlaneAxes {
public:
    PlaneAxes(charts::AxisMapping score, charts::AxisMapping time);

    /// Of all rows with these axes.
    static PlaneAxes of(const PredictionIndex &index, charts::AxisMapping::Kind kind);

    const charts::AxisMapping &score() const { return m_score; }
    /// The budgets' part of the plot, and the band, as QRectFs whose top() is the low end.
    QRectF area() const;
    QRectF band() const;

    QPointF toAxis(Threshold threshold, Budget budget) const;
    /// +infinity at the very end: nothing is shown there.
    Threshold threshold(double x) const;
    /// In round numbers; none in the band.
    Budget budget(double y) const;

    /// The threshold moved by so many two-hundredths of the axis.
    Threshold stepped(Threshold from, int steps) const;
    /// The budget moved by so many of its own second digits; beyond the longest there is none.
    Budget stepped(Budget from, int steps) const;

    charts::AxisSpec horizontal(const QString &title) const;
    charts::AxisSpec vertical(const QString &title, const QString &none) const;

    /// Evenly spaced along both axes, each cell at its middle; no budget is the last row.
    PlaneGrid grid(std::size_t columns, std::size_t rows) const;

private:
    double longest() const;
    double bandLow() const;
    double bandHigh() const;

    charts::AxisMapping m_score;
    charts::AxisMapping m_time;
};

} // namespace oneinn
