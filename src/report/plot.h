// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/ticks.h"
#include "pictures/picture.h"

#include <QString>

#include <vector>

namespace oneinn::report {

/// An axis of a figure: its range, and what is written along it.
struct PlotAxis {
    double low = 0.0;
    double high = 1.0;
    std::vector<charts::Tick> ticks = {};
    QString title = {};
};
/// From 0 % to 100 %.
PlotAxis shareAxis(const QString &title);

/// One entry of a legend: a swatch that looks like what it stands for.
struct LegendEntry {
    enum class Swatch { Box, Line, Dot, Letter };
    QString text;
    pictures::Shape shape = {};
    Swatch swatch = Swatch::Box;
    QString letter = {}; ///< in the swatch
};

/// The frame that a figure's data stand in.
class Plot {
public:
    Plot(pictures::Picture *picture, const QRectF &area, PlotAxis horizontal, PlotAxis vertical);

    const QRectF &area() const { return m_area; }
    double x(double axis) const;
    double y(double axis) const;
    QPointF at(QPointF axis) const { return {x(axis.x()), y(axis.y())}; }
    QList<QPointF> at(const QList<QPointF> &axis) const;

    /// Grid lines, axes, numbers that do not touch each other, and titles.
    void drawFrame();
    /// Across the whole height, with its label above the plot.
    void drawVerticalLine(double axis, const QString &label);

private:
    void drawHorizontalTicks();
    void drawVerticalTicks();

    pictures::Picture *m_picture;
    QRectF m_area;
    PlotAxis m_horizontal;
    PlotAxis m_vertical;
};

/// A text around `x` that stays within [low, high].
void drawTextWithin(pictures::Picture *picture, QPointF at, double low, double high,
                    const QString &text, pictures::Lettering lettering);

/// Entries side by side in as many rows as they need.
class Legend {
public:
    static constexpr double rowHeight = 18.0;

    Legend(QList<LegendEntry> entries, double width);

    double height() const { return rowHeight * static_cast<double>(m_rows.size()); }
    void draw(pictures::Picture *picture, QPointF topLeft) const;

private:
    QList<QList<LegendEntry>> m_rows;
};

} // namespace oneinn::report
