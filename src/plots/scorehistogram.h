// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "charts/histogramdata.h"
#include "core/assessment.h"

namespace oneinn {

/// The scores of both classes in bars of equal width along the axis, each split exactly at the
/// threshold. Counts are weights; those of late rows stand with the shown, and apart as late.
charts::HistogramData scoreHistogram(const Assessment &assessment,
                                     const charts::AxisMapping &mapping, int bars = 60);

} // namespace oneinn
