// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/charttheme.h"
#include "charts/contours.h"

#include <QList>

namespace oneinn::charts {

/// How a number becomes a colour: paler is nearer to zero, orange is bad and blue is good, which
/// colour-blind people can tell apart. The strongest colours leave ink readable on them (contrast
/// of at least 4.5).
struct ColorScale {
    double low = 0.0; ///< <= high; what lies beyond has the colour of the end
    double high = 1.0;
    /// Diverging: below zero bad, above it good, each side with its own full strength. Otherwise
    /// from the background at `low` to bad at `high`.
    bool diverging = false;

    QColor at(double value, const ChartColors &colors) const;
    /// So many colours from low to high, and which of them a number has.
    QList<QColor> steps(const ChartColors &colors, int count) const;
    int stepOf(double value, int count) const;

    bool operator==(const ColorScale &) const = default;
};

/// Over the numbers of a grid but the lowest and the highest twentieth, so that a few extreme ones
/// do not take all the colours. Zero is always the pale end, or the pale middle.
ColorScale scaleOver(const GridValues &grid, bool diverging);

} // namespace oneinn::charts
