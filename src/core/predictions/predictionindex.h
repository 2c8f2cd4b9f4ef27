// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/index/latencycheckpoints.h"
#include "core/index/scoreorder.h"
#include "core/job.h"
#include "core/latency/percentile.h"
#include "core/predictions/budgetslice.h"
#include "core/predictions/predictions.h"
#include "core/problem.h"

#include <memory>
#include <string>
#include <vector>

namespace oneinn {

/// How an index is made. None of it changes any answer but which strata are counted.
struct IndexOptions {
    bool strataByModel = false;
    std::string strataBySegment = {}; ///< name of a segment column; empty: not divided by one
    unsigned threads = 2;
    std::size_t mostBins = 2048;           ///< >= 2
    std::size_t rowsPerCheckpoint = 10000; ///< more where the table would be larger
    std::size_t tableBytes = 64U << 20U;   ///< three times as much with weights
};

/// What an index holds in memory beside the columns it was made from.
struct IndexMemory {
    std::size_t rows = 0;  ///< bytes that grow with the rows: 15 for each, 23 with weights
    std::size_t table = 0; ///< checkpoints, bounded by IndexOptions::tableBytes
};

/// Selected rows prepared once, so that any budget is answered in microseconds and any threshold by
/// a look: rows by score, cut into bins; rows by latency, with sums at checkpoints.
class PredictionIndex : public std::enable_shared_from_this<PredictionIndex> {
public:
    /// Problem: ValueMissing when nothing is selected, NothingUsable (detail: "failed") where no
    /// call selected was answered, TooLarge for more than a billion rows,
    /// Cancelled when stopped. Takes up to 60 bytes per row while it runs.
    static Result<std::shared_ptr<const PredictionIndex>> build(PredictionsPtr predictions,
                                                                Selection selection = {},
                                                                const JobControl &job = {},
                                                                const IndexOptions &options = {});

    /// The problem with a selection that keeps no row; absent where it keeps one.
    static std::optional<Problem> problemWith(const Predictions &predictions,
                                              const Selection &selection);

    const PredictionsPtr &predictions() const { return m_predictions; }
    const Selection &selection() const { return m_selection; }
    std::size_t rows() const { return m_order.size(); }
    /// Selected calls that brought no answer. They are none of the rows: what they would have
    /// answered, and when, is not known.
    ClassTallies failures() const
    {
        return {m_failed.positive + m_refused.positive, m_failed.negative + m_refused.negative};
    }
    /// Of these, the ones that failed by themselves, and those that the model refused.
    const ClassTallies &failed() const { return m_failed; }
    const ClassTallies &refused() const { return m_refused; }
    std::size_t failedRows() const { return rowsOf(m_failed); }
    std::size_t refusedRows() const { return rowsOf(m_refused); }

    /// Known latencies of the selected rows, time-outs included; empty where the file has none.
    const LatencyDistribution &latency() const { return m_latency; }
    /// Selected rows whose latency is not known.
    std::size_t rowsWithoutLatency() const { return m_rowsWithoutLatency; }

    /// Score of a row by its place from the highest score down, ties repeated: the rank axis.
    double scoreAt(std::size_t place) const { return m_order.score(place); }
    /// All of them at once: a copy of 8 bytes per row.
    std::vector<double> scores() const;

    /// The parts that BudgetSlice::strataCounts counts on their own; one, the whole, by default.
    const std::vector<Stratum> &strata() const { return m_strata; }

    std::shared_ptr<const BudgetSlice> at(Budget budget) const;
    /// The rows of a known latency, time-outs included, none of them late; every row where the file
    /// has no latencies.
    std::shared_ptr<const BudgetSlice> known() const;

    IndexMemory memory() const;

    /// For BudgetSlice: the rows by score, and sums of those with a known latency.
    const ScoreOrder &order() const { return m_order; }
    const CumulativeBins &knownLatency() const { return m_known; }

private:
    PredictionIndex() = default;
    static std::size_t rowsOf(const ClassTallies &calls)
    {
        return static_cast<std::size_t>(calls.positive.rows + calls.negative.rows);
    }
    void countLostCalls();
    void orderByScore(std::vector<std::uint32_t> rows, const std::vector<std::int32_t> &keyOfRow,
                      const IndexOptions &options, const JobControl &job);
    std::vector<std::int32_t> orderByLatency(const std::vector<std::uint32_t> &rows,
                                             const IndexOptions &options, const JobControl &job);
    CellShape shape() const;
    void sumBins(const IndexOptions &options);

    PredictionsPtr m_predictions;
    Selection m_selection;
    std::vector<Stratum> m_strata;
    ScoreOrder m_order;
    ClassTallies m_failed;
    ClassTallies m_refused;
    LatencyDistribution m_latency;
    LatencyCheckpoints m_checkpoints;
    CumulativeBins m_all;   ///< every row, whether its latency is known or not
    CumulativeBins m_known; ///< rows with a known latency
    std::size_t m_rowsWithoutLatency = 0;
};

/// The account of the file when only an index's selection is looked at.
RowAccount accountOf(const PredictionIndex &index);

} // namespace oneinn
