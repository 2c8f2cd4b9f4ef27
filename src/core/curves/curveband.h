// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/scenario.h"
#include "core/scenarioclusters.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// How sure the model's own curves are: for precision-recall and ROC.
namespace oneinn {

enum class BandKind : std::uint8_t {
    Pointwise, ///< at a threshold fixed beforehand, the truth lies within in 95 of 100 files
    DragSafe   ///< at all thresholds at once, so also at the one that is picked for its looks
};

struct CurveBandQuestion : UsesQuestion {
    std::optional<double> baseRate;
    BandKind kind = BandKind::Pointwise;
    std::size_t most = 256; ///< thresholds, >= 2, if there are as many

    friend bool operator==(const CurveBandQuestion &, const CurveBandQuestion &) = default;
};
CurveBandQuestion curveBandQuestion(const Scenario &scenario, BandKind kind);

/// Where the truth of one threshold lies.
struct BandRow {
    Threshold threshold;
    double recall = 0.0;
    double fpr = 0.0;
    std::optional<double> precision; ///< absent where nothing is shown
    Interval recallWithin;
    Interval fprWithin;
    std::optional<Interval> precisionWithin; ///< absent where precision is
};

/// What a band that holds at all thresholds is derived from.
enum class BandSource : std::uint8_t {
    EachThreshold,   ///< the interval told of that threshold everywhere
    IndependentUses, ///< Dvoretzky-Kiefer-Wolfowitz
    DrawnAgain       ///< largest deviations of users, days or weighted uses drawn again
};

struct CurveBand {
    BandKind kind = BandKind::Pointwise;
    BandSource source = BandSource::EachThreshold;
    std::vector<BandRow> rows; ///< thresholds falling; none where tooFewUnits or a class is missing
    bool tooFewUnits = false;  ///< users or days, to tell how different others would be
};

/// Pointwise: the intervals of Assessment::intervals, at some thresholds. Drag-safe: recall and
/// false-positive rate each within its reach at every threshold, both together in 95 of 100 files
/// (the errors of independent classes multiply); for precision, where the share of positives is not
/// stated, with its exact interval as a third part, in bands that are as much wider.
/// The question must be that of the slice (asserted). Absent when stopped.
std::optional<CurveBand> curveBand(const UseSlice &slice, const CurveBandQuestion &question,
                                   const JobControl &job = {});
/// The same at thresholds of one's own, falling.
std::optional<CurveBand> curveBand(const UseSlice &slice, const CurveBandQuestion &question,
                                   const std::vector<Threshold> &thresholds,
                                   const JobControl &job = {});

inline constexpr std::size_t bandResamples = 1000;

} // namespace oneinn
