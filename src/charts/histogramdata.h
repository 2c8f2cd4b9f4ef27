// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <vector>

namespace oneinn::charts {

/// Counts per bar, all vectors as long as there are bars (edges one longer), counts >= 0.
struct HistogramData {
    std::vector<double> edges; ///< ascending, in axis units
    std::vector<double> positiveShown;
    std::vector<double> positiveNotShown;
    std::vector<double> negativeShown;
    std::vector<double> negativeNotShown;
    /// Of the shown, those that come too late: hatched. Empty: none.
    std::vector<double> positiveLate;
    std::vector<double> negativeLate;
    /// Of another period, as if it had as many rows: a dashed outline. Empty: none.
    std::vector<double> positiveEarlier;
    std::vector<double> negativeEarlier;
    double positiveMax = 0.0; ///< count at the full height of the upper part; 0: the tallest bar
    double negativeMax = 0.0; ///< the same for the lower part
    /// A count is as high upward as downward, so that areas can be compared; else each class fills
    /// its half.
    bool oneScale = false;
};

} // namespace oneinn::charts
