// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace oneinn::charts {

/// Lets screen readers see ChartView as a chart, with its markers as sliders inside. Called by
/// ChartView; calling it again does nothing.
void installAccessibleCharts();

} // namespace oneinn::charts
