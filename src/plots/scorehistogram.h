// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "charts/axismapping.h"
#include "charts/histogramdata.h"
#include "core/assessment.h"
#include "core/predictions/predictionindex.h"

#include <vector>

namespace oneinn {

/// The scores of both classes in bars of equal width along the axis, each split exactly at the
/// threshold. Counts are weights; those of late rows stand with the shown, and apart as late.
charts::HistogramData scoreHistogram(const Assessment &assessment,
                                     const charts::AxisMapping &mapping, int bars = 60);
/// The same split at any threshold.
charts::HistogramData scoreHistogram(const BudgetSlice &slice, Threshold threshold,
                                     const charts::AxisMapping &mapping, int bars = 60);

/// How the uses of another period lie in such bars, as shares of all of them.
struct ScoreOutline {
    std::vector<double> positive;
    std::vector<double> negative;
};
ScoreOutline scoreOutline(const PredictionIndex &index, const charts::AxisMapping &mapping,
                          int bars = 60);
/// Into a histogram of as many bars, as if there had been as many uses; no outline: none.
void setEarlier(charts::HistogramData &data, const ScoreOutline &outline);

} // namespace oneinn
