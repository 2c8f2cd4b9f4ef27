// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/heatmapitem.h"
#include "core/valueplane.h"
#include "views/dials/planeaxes.h"
#include "wording/planewords.h"

namespace oneinn {

/// A plane as two heat maps with the same colours: its budgets, and none.
struct PlaneMap {
    charts::HeatMap budgets;
    charts::HeatMap noBudget;
    bool anyBlank = false; ///< a cell for which the view is undefined
};

/// plane: on PlaneAxes::grid() of these axes. Cells beyond a limit are veiled.
PlaneMap planeMap(const ValuePlane &plane, const PlaneAxes &axes, wording::PlaneView view);

} // namespace oneinn
