// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/periods/dropwaterfall.h"
#include "core/periods/kitagawa.h"
#include "core/periods/visiblemix.h"

#include <Eigen/Core>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

/// Of dropwaterfall alone: a period as sums over cells, and as what its measure is made of.
namespace oneinn {

using PerClass = Eigen::Array2d;                             ///< bad, good
using BinsByClass = Eigen::Array<double, Eigen::Dynamic, 2>; ///< bins x classes
using ClassByShown = Eigen::Array22d;                        ///< classes x (not shown, shown)

/// Weighted sums of uses.
struct DropSums {
    explicit DropSums(Eigen::Index bins);

    std::array<BinsByClass, 3> answered; ///< those of the part second, those with a fault third
    ClassByShown waiting = ClassByShown::Zero(); ///< measured less had it come at once
    PerClass failed = PerClass::Zero();
    PerClass failedMeasure = PerClass::Zero();

    void add(const DropSums &other, double times);
    BinsByClass sound() const { return answered[0] + answered[1]; }
    BinsByClass all() const { return sound() + answered[2]; }
};

/// The two periods as they are told apart by.
struct DropBasis {
    const std::vector<double> &bins;
    const DropSplit &split;
    const PeriodUses &earlier; ///< which values are new
    const CommonParts &mix;    ///< of the split's mix; none without one
};

/// The uses of a period, ready to be summed as often as is asked.
class DropCells {
public:
    DropCells(const PeriodUses &period, const DropBasis &basis);

    /// By place of the mix's parts. times: how often each use is taken, by unit; empty: once.
    std::vector<DropSums> sums(const ResampleUnits &units,
                               const std::vector<std::uint16_t> &times) const;

private:
    const PeriodUses &m_period;
    Eigen::Index m_bins;
    std::vector<std::uint8_t> m_bin;
    std::vector<std::uint8_t> m_group; ///< as DropSums::answered
    std::vector<std::uint8_t> m_place; ///< of CommonParts; empty where there is no mix
    std::size_t m_places;
};

/// What a measure is made of.
struct DropFactors {
    PerClass share;
    BinsByClass scores;      ///< in each class, which
    BinsByClass partScores;  ///< the same of the part alone
    BinsByClass soundScores; ///< of all without a fault
    BinsByClass faultScores; ///< of those with one
    PerClass partShare;      ///< of the answered of a class that have no fault
    PerClass faultShare;     ///< of the answered of a class
    ClassByShown waiting;
    PerClass failed; ///< of a class
    PerClass failedMeasure;
};

/// What is worth how much if it comes at once, by class and whether it is shown; which bins are.
struct OwnWorth {
    ClassByShown worth;
    std::vector<bool> shown; ///< by bin
};

/// What one lacks is as in the other.
DropFactors factorsOf(const DropSums &own, const DropSums &other, const OwnWorth &worth);

/// Per use.
double measureOf(const DropFactors &factors, const OwnWorth &worth);
/// Bins of answered uses.
StratifiedMean strataOf(const DropFactors &factors, const OwnWorth &worth);

} // namespace oneinn
