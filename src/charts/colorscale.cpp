// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "charts/colorscale.h"

#include <algorithm>
#include <cmath>

namespace oneinn::charts {

namespace {

constexpr double readable = 4.5;

/// As much of the hue as ink stays readable on.
QColor strongest(const QColor &hue, const ChartColors &colors)
{
    for (double part = 1.0; part > 0.0; part -= 0.02) {
        const QColor candidate = mixed(colors.background, hue, part);
        if (contrastRatio(candidate, colors.ink) >= readable)
            return candidate;
    }
    return colors.background;
}

} // namespace

QColor ColorScale::at(double value, const ChartColors &colors) const
{
    const double clamped = std::clamp(value, low, high);
    if (!diverging) {
        const double part = high > low ? (clamped - low) / (high - low) : 0.0;
        return mixed(colors.background, strongest(colors.bad, colors), part);
    }
    const double end = clamped < 0.0 ? low : high;
    const double part = end != 0.0 ? std::clamp(clamped / end, 0.0, 1.0) : 0.0;
    return mixed(colors.background, strongest(clamped < 0.0 ? colors.bad : colors.good, colors),
                 part);
}

QList<QColor> ColorScale::steps(const ChartColors &colors, int count) const
{
    QList<QColor> result;
    for (int i = 0; i < count; ++i)
        result.append(at(std::lerp(low, high, double(i) / (count - 1)), colors));
    return result;
}

int ColorScale::stepOf(double value, int count) const
{
    if (!(high > low))
        return 0;
    return int(std::lround((std::clamp(value, low, high) - low) / (high - low) * (count - 1)));
}

ColorScale scaleOver(const GridValues &grid, bool diverging)
{
    constexpr std::size_t spare = 20;
    const std::vector<double> sorted = sortedValues(grid);
    if (sorted.empty())
        return {0.0, 0.0, diverging};
    const double low = sorted[sorted.size() / spare];
    const double high = sorted[sorted.size() - 1 - sorted.size() / spare];
    return {std::min(low, 0.0), std::max(high, 0.0), diverging};
}

} // namespace oneinn::charts
