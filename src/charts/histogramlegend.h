// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

class QPainter;

namespace oneinn::charts {

class PlotFrame;

/// What each quarter of the picture is, written in its corner with a swatch and a triangle that
/// points up for the positives and down for the negatives: never by colour alone.
struct HistogramLegend {
    QString positiveShown;
    QString positiveNotShown;
    QString negativeShown;
    QString negativeNotShown;

    /// In the corners of the plot, with the triangle and the colour of each part.
    void paint(QPainter *painter, const PlotFrame &frame) const;
    /// How far it reaches in from the left or the right.
    qreal width(const PlotFrame &frame, bool right) const;
};

} // namespace oneinn::charts
