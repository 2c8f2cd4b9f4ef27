// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/job.h"
#include "core/latency/percentile.h"
#include "core/metrics/operatingcounts.h"
#include "core/metrics/thresholdsweep.h"
#include "core/predictions/predictions.h"
#include "core/problem.h"
#include "core/units.h"

#include <cstdint>
#include <memory>
#include <vector>

namespace oneinn {

class PredictionIndex;

/// The rows at one budget: what every threshold would do. Made by PredictionIndex::at; immutable.
/// With a budget, rows without a known latency take no part: whether they were on time is unknown.
class BudgetSlice {
public:
    Budget budget() const { return m_budget; }
    const PredictionIndex &index() const { return *m_index; }

    /// Everything counted at a threshold: a lookup.
    OperatingCounts counts(Threshold threshold) const;

    /// The thresholds around this one that make the same decisions.
    ThresholdInterval sameDecisions(Threshold threshold) const;

    /// One row per distinct score of a row that is on time.
    const ThresholdSweep &sweep() const { return m_sweep; }

private:
    friend class PredictionIndex;
    BudgetSlice() = default;

    /// Position of the first row of the sweep below the threshold: how many distinct scores are
    /// shown.
    Eigen::Index shown(Threshold threshold) const;

    std::shared_ptr<const PredictionIndex> m_index;
    Budget m_budget;
    ThresholdSweep m_sweep;
    std::vector<Tally> m_positive; ///< cumulative over the sweep's rows, [0] = nothing shown
    std::vector<Tally> m_negative;
    std::vector<double> m_lateScore;         ///< late rows' scores, descending
    std::vector<Tally> m_latePositiveCaught; ///< cumulative over m_lateScore, [0] = none
    std::vector<Tally> m_lateNegativeCaught;
    Tally m_latePositive, m_lateNegative;
};

/// Selected rows sorted by score once, so that a budget is one pass and a threshold a lookup.
class PredictionIndex : public std::enable_shared_from_this<PredictionIndex> {
public:
    /// Problem: ValueMissing when nothing is selected, Cancelled when stopped.
    static Result<std::shared_ptr<const PredictionIndex>> build(PredictionsPtr predictions,
                                                                Selection selection = {},
                                                                const JobControl &job = {});

    const PredictionsPtr &predictions() const { return m_predictions; }
    const Selection &selection() const { return m_selection; }
    std::size_t rows() const { return m_row.size(); }

    /// Known latencies of the selected rows, time-outs included; empty where the file has none.
    const LatencyDistribution &latency() const { return m_latency; }
    /// Selected rows whose latency is not known.
    std::size_t rowsWithoutLatency() const { return m_rowsWithoutLatency; }

    /// Selected rows' scores, descending, ties repeated: the rank axis.
    const std::vector<double> &scores() const { return m_score; }

    std::shared_ptr<const BudgetSlice> at(Budget budget) const;

private:
    PredictionIndex() = default;

    PredictionsPtr m_predictions;
    Selection m_selection;
    std::vector<std::uint32_t> m_row; ///< selected rows by score, descending
    std::vector<double> m_score;
    LatencyDistribution m_latency;
    std::size_t m_rowsWithoutLatency = 0;
};

} // namespace oneinn
