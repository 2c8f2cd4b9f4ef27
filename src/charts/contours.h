// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QPointF>

#include <cstddef>
#include <optional>
#include <vector>

namespace oneinn::charts {

/// Numbers on a rectangular grid, row by row from the lowest.
struct GridValues {
    std::size_t columns = 0;
    std::size_t rows = 0;
    std::vector<std::optional<double>> values; ///< columns x rows; absent where undefined

    const std::optional<double> &at(std::size_t column, std::size_t row) const
    {
        return values[row * columns + column];
    }

    bool operator==(const GridValues &) const = default;
};

/// Those that are defined and finite, ascending.
std::vector<double> sortedValues(const GridValues &grid);

/// Lines along which a grid has a level, by marching squares: linear between neighbouring places,
/// and open at the border and where a corner is undefined. A closed line ends with its first point.
/// In grid units: the value of column c and row r lies at (c, r). A place that has exactly the
/// level counts as above. Lorensen & Cline 1987 in the plane; where two opposite corners are above,
/// the mean of the four decides whether they are joined.
QList<QList<QPointF>> contourLines(const GridValues &grid, double level);

/// At most `atMost` levels that divide the values into parts of about equal size, rounded to 1, 2
/// or 5 times a power of ten as coarsely as keeps them apart; ascending, never the extremes.
std::vector<double> contourLevels(const GridValues &grid, std::size_t atMost);

} // namespace oneinn::charts
