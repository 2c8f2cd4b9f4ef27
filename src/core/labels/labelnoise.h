// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/confusionmatrix.h"
#include "core/units.h"

#include <optional>

/// What wrong labels would do to what is told.
namespace oneinn {

/// How often labels are wrong: of the good ones, and of the bad ones. In [0, 1].
struct WrongLabels {
    double goodCalledBad = 0.0;
    double badCalledGood = 0.0;
};

struct TruePoint {
    std::optional<double> precision; ///< absent where nothing is shown
    std::optional<double> recall;    ///< absent where nothing is good
    bool clipped = false; ///< so many labels cannot be wrong: a share went below 0 or above 1
};
/// Rogan & Gladen, within what is shown and within what is silent. Absent where labels are no
/// better than coins.
std::optional<TruePoint> withoutWrongLabels(const ConfusionMatrix &labelled,
                                            const WrongLabels &wrong);

/// Between what the shares lie if so many of 1 label is wrong, whichever way: of good ones, of bad
/// ones, or of both.
struct NoiseRange {
    double wrongLabels = 0.0;
    std::optional<Interval> wrongOfShown;
    std::optional<Interval> missed;
    bool clipped = false;
};
std::optional<NoiseRange> noiseRange(const ConfusionMatrix &labelled, double wrongLabels);

/// What is asked where nobody says how many labels are wrong: 1 of 200.
inline constexpr double usualWrongLabels = 0.005;

} // namespace oneinn
