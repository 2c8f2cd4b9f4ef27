// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/assessment.h"

namespace oneinn {

/// Assessment::intervals at one threshold, without everything else that is said of it. The question
/// must be that of the slice (asserted). A pass over all selected rows where they are clustered;
/// nothing in it is defined when stopped.
MetricIntervals metricIntervalsAt(const UseSlice &slice, const ClustersQuestion &question,
                                  const JobControl &job = {});

/// drawnSweep() with a row for every score of a row that is on time, however many there are.
ThresholdSweep wholeSweep(const UseSlice &slice, const std::optional<double> &baseRate);

} // namespace oneinn
