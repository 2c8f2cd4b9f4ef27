// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/dials/planemap.h"

#include <algorithm>

namespace oneinn {

using wording::PlaneView;

namespace {

constexpr std::size_t mostLines = 7;

std::optional<double> shown(const PlaneCell &cell, PlaneView view)
{
    switch (view) {
    case PlaneView::Value:
        return cell.valuePerUse;
    case PlaneView::Wrong:
        return cell.wrongOfShown;
    case PlaneView::Missed:
        return cell.missed;
    }
    return {};
}

/// Some rows of a plane, from one budget to before another.
charts::HeatMap mapOf(const ValuePlane &plane, std::size_t from, std::size_t to, PlaneView view)
{
    charts::HeatMap map;
    map.values.columns = plane.grid.thresholds.size();
    map.values.rows = to - from;
    for (std::size_t row = from; row < to; ++row) {
        for (std::size_t column = 0; column < map.values.columns; ++column) {
            const PlaneCell &cell = plane.at(row, column);
            map.values.values.push_back(shown(cell, view));
            map.veiled.push_back(cell.beyondLimits);
        }
    }
    return map;
}

std::vector<charts::IsoLine> linesOf(const charts::HeatMap &map, PlaneView view)
{
    std::vector<double> levels = charts::contourLevels(map.values, mostLines);
    // Where it starts to pay is always told.
    if (view == PlaneView::Value && std::find(levels.begin(), levels.end(), 0.0) == levels.end())
        levels.push_back(0.0);
    std::vector<charts::IsoLine> lines;
    lines.reserve(levels.size());
    for (const double level : levels)
        lines.push_back({level, wording::isoLineText(view, level)});
    return lines;
}

} // namespace

PlaneMap planeMap(const ValuePlane &plane, const PlaneAxes &axes, PlaneView view)
{
    const std::size_t rows = plane.grid.budgets.size();
    PlaneMap result{mapOf(plane, 0, rows - 1, view), mapOf(plane, rows - 1, rows, view), false};
    charts::GridValues all = result.budgets.values;
    all.values.insert(all.values.end(), result.noBudget.values.values.begin(),
                      result.noBudget.values.values.end());
    result.anyBlank = std::any_of(all.values.begin(), all.values.end(),
                                  [](const auto &value) { return !value.has_value(); });
    const charts::ColorScale scale = charts::scaleOver(all, view == PlaneView::Value);
    result.budgets.scale = result.noBudget.scale = scale;
    result.budgets.area = axes.area();
    result.noBudget.area = axes.band();
    result.budgets.lines = linesOf(result.budgets, view);
    return result;
}

} // namespace oneinn
