// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/confusionmatrix.h"
#include "core/metrics/operatingcounts.h"
#include "core/units.h"

#include <Eigen/Core>

#include <cstdint>
#include <vector>

namespace oneinn {

/// What every threshold would do, one row per distinct score, descending. In row k everything with
/// score >= threshold[k] is shown; tied scores move together. "Alert on nothing" (threshold
/// +infinity, tp = fp = 0) is not stored: it is always possible and precedes row 0.
/// Neighbouring rows may be equal in tp and fp: they decide alike. Where late rows count in the
/// totals alone, the last row stays below `positives` and `negatives`.
struct ThresholdSweep {
    Eigen::ArrayXd threshold;
    Eigen::ArrayXd tp; ///< weighted, cumulative, never decreasing
    Eigen::ArrayXd fp;
    double positives = 0.0; ///< all that could be caught, those that come too late included
    double negatives = 0.0;
    bool isOfBins = false; ///< as ThresholdInterval::isOfBins

    Eigen::Index size() const { return threshold.size(); }
    ConfusionMatrix matrix(Eigen::Index row) const;
    ConfusionMatrix alertOnNothing() const { return {0.0, 0.0, positives, negatives}; }
    /// Restated at another share of positives: the same thresholds, cells weighed by class.
    ThresholdSweep rebased(const ClassFactors &factors) const;
};

/// Rows to sweep, given as columns of equal length. Rows of weight 0 are left out, so that their
/// scores are no thresholds. `weight` may be null: every row weighs 1.
ThresholdSweep thresholdSweep(
        const Eigen::Ref<const Eigen::Array<std::uint8_t, Eigen::Dynamic, 1>> &label,
        const Eigen::Ref<const Eigen::ArrayXd> &score, const Eigen::ArrayXd *weight = nullptr);

/// The same of rows in order: the highest score first, by row among ties, so that sums of weights
/// round the same everywhere.
ThresholdSweep thresholdSweep(
        const std::vector<std::uint32_t> &byScore,
        const Eigen::Ref<const Eigen::Array<std::uint8_t, Eigen::Dynamic, 1>> &label,
        const Eigen::Ref<const Eigen::ArrayXd> &score, const Eigen::ArrayXd *weight = nullptr);

} // namespace oneinn
