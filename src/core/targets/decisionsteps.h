// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/index/rowsums.h"
#include "core/policies/useslice.h"

#include <cstddef>

namespace oneinn {

/// Walks over every set of thresholds of a slice that decides alike, from "show nothing" down to
/// "show everything": one pass over the rows, where UseSlice::ends() would be asked as often as
/// there are distinct scores. Rows of one score move together.
class DecisionSteps {
public:
    /// The slice must outlive this.
    explicit DecisionSteps(const UseSlice &slice);

    /// To the next lower set; false, and nothing moved, after the last.
    bool next();
    const ThresholdInterval &interval() const { return m_interval; }
    /// What UseSlice::ends() is there, but for the rounding of summed weights.
    OperatingCounts ends() const;

private:
    const UseSlice &m_slice;
    OperatingCounts m_decided; ///< where nothing is shown
    ClassTallies m_shown;
    ClassWeights m_stayingAll;
    ClassWeights m_stayingShown;
    std::size_t m_place = 0; ///< of the first row that is decided on and not shown
    std::size_t m_stayingPlace = 0;
    ThresholdInterval m_interval;
};

} // namespace oneinn
