// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/index/cellsums.h"
#include "core/index/rowsums.h"
#include "core/metrics/operatingcounts.h"
#include "core/metrics/thresholdsweep.h"
#include "core/units.h"

#include <memory>
#include <optional>
#include <vector>

namespace oneinn {

class PredictionIndex;

/// What a stratum does at a threshold: summed weights, late rows apart.
struct StratumCounts {
    ConfusionMatrix onTime;
    double latePositive = 0.0;
    double lateNegative = 0.0;
};

/// The rows at one budget: what every threshold would do. Made by PredictionIndex::at in tens of
/// microseconds, whatever the number of rows; immutable.
/// With a budget, rows without a known latency take no part: whether they were on time is unknown.
/// A threshold's own numbers are sums over whole bins and a pass over part of one bin: exact.
class BudgetSlice {
public:
    const Budget &budget() const { return m_budget; }
    const PredictionIndex &index() const { return *m_index; }

    /// Everything counted at a threshold.
    OperatingCounts counts(Threshold threshold) const;
    /// The same for each of PredictionIndex::strata(), in their order.
    std::vector<StratumCounts> strataCounts(Threshold threshold) const;

    /// The thresholds around this one that make the same decisions.
    ThresholdInterval sameDecisions(Threshold threshold) const;
    /// So many distinct scores of on-time rows further up (or down): "alert on nothing" above the
    /// highest, the lowest one at the lower end.
    Threshold stepped(Threshold from, int steps) const;
    /// The lowest score of an on-time row, at which all of them are shown; absent where all are
    /// late.
    std::optional<Threshold> showingAll() const;

    /// Some rows of sweep(), for drawing: about as many as there are bins (2,048), all of them
    /// where the scores are that few. A row's threshold need not be the score of an on-time row.
    ThresholdSweep vertices() const;
    /// The rows of sweep() with a threshold in [low, high]: for looking closely at a part.
    ThresholdSweep points(const Interval &scores) const;
    /// One row per distinct score of a row that is on time: a pass over all rows.
    ThresholdSweep sweep() const;

    /// For searches (decisionsearch.h): the rows by score, which of them are on time, and their
    /// sums from the highest bin down.
    const ScoreOrder &order() const;
    const RankRange &onTimeRanks() const { return m_onTimeRanks; }
    const CumulativeBins &onTime() const { return m_onTime; }
    /// Position of the first on-time row at or after this one; size() if there is none.
    std::size_t firstOnTimeFrom(std::size_t position) const;

private:
    friend class PredictionIndex;
    BudgetSlice() = default;

    bool onTimeAt(std::size_t position) const;
    /// Position of the last on-time row before this one; absent if there is none.
    std::optional<std::size_t> lastOnTimeBefore(std::size_t position) const;
    /// Sums of rows taking part that are late, or on time, before a position.
    ClassTallies before(std::size_t position, bool late) const;
    ClassTallies lateBins(std::size_t bin) const;

    std::shared_ptr<const PredictionIndex> m_index;
    Budget m_budget;
    RankRange m_onTimeRanks;
    RankRange m_lateRanks; ///< empty without a budget
    CumulativeBins m_onTime;
};

} // namespace oneinn
