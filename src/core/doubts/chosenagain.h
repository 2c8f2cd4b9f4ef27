// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/decision/objectives.h"
#include "core/doubts/drawunits.h"
#include "core/doubts/thresholdcuts.h"
#include "core/job.h"
#include "core/metrics/operatingcounts.h"

#include <Eigen/Core>

#include <cstdint>
#include <optional>
#include <vector>

/// The best threshold, chosen anew on every resample of the uses.
namespace oneinn {

/// Uses, by the units that are drawn.
struct DrawnUses {
    /// By position of the slice's order, the unit of the row there; of users and days its user.
    std::vector<std::uint16_t> first;
    std::vector<std::uint16_t> second; ///< its day; empty where one kind is drawn alone
    std::size_t firstUnits = 0;
    std::size_t secondUnits = 0;
    /// Summed weights of all uses, also of those that no threshold decides, by unit: first x
    /// second, or first x 1.
    Eigen::MatrixXd positives;
    Eigen::MatrixXd negatives;

    bool crossed() const { return secondUnits > 0; }
};

struct RedrawQuestion {
    ValueGain gain;
    std::optional<double> baseRate; ///< restates every resample by its own share of positives
    std::size_t best = 0;           ///< cut that is best on the uses as they are
    std::size_t reference = 0;      ///< cut that stays, for what differences are from
    std::size_t resamples = 1000;
    std::uint64_t seed = 1;
    unsigned threads = 2;
};

/// What was chosen on each resample that tells anything: one with uses, and of both classes where a
/// base rate restates them.
struct ChosenAgain {
    std::vector<std::uint32_t> cut;
    /// Value per use over the reference's, of the cut chosen: in its resample, and on the uses as
    /// they are.
    std::vector<double> there;
    std::vector<double> here;

    /// Mean of there - here: how much too good a threshold looks on the uses it was chosen on
    /// (Efron & Gong 1983). Absent without resamples.
    std::optional<double> optimism() const;
};

/// Counts for the resamples of a block, of units of the first and of the second kind.
struct BlockCounts {
    LaneCounts first;
    LaneCounts second;
};

/// Counts are drawn with replacement. The result depends on the seed and not on the threads.
/// Empty when stopped.
ChosenAgain chosenAgain(const ThresholdCuts &cuts, const DrawnUses &uses,
                        const RedrawQuestion &question, const JobControl &job = {});
/// The same for one block whose counts are given: the first `resamples` (at most `lanesPerBlock`)
/// of them.
ChosenAgain chosenAgain(const ThresholdCuts &cuts, const DrawnUses &uses,
                        const RedrawQuestion &question, const BlockCounts &counts);

/// What every cut gains over showing nothing, on the uses as they are: summed, restated.
std::vector<double> gainsByCut(const ThresholdCuts &cuts, const DrawnUses &uses,
                               const RedrawQuestion &question);

} // namespace oneinn
