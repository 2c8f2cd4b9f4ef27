// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/operatingcounts.h"
#include "core/metrics/proportion.h"
#include "core/predictions/predictions.h"

#include <Eigen/Core>

#include <cstddef>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace oneinn {

/// As PredictionColumns::failed.
using FailedCalls = Eigen::Array<std::uint8_t, Eigen::Dynamic, Eigen::Dynamic>;

/// Uses that every model has been asked for, side by side: what policies over several models, and
/// fair comparisons between them, are computed from. One row for each use, at least one.
struct PairedRows {
    std::vector<std::string> models; ///< never empty; "" alone where the file names no model
    LabelColumn label;
    Eigen::ArrayXd weight;   ///< > 0; 1 where the file has none
    Eigen::ArrayXXd score;   ///< uses x models; finite; 0 of a failed call
    Eigen::ArrayXXd latency; ///< uses x models, milliseconds, +infinity = timed out, NaN = the call
                             ///< failed; no column at all where the file has no latencies
    Eigen::ArrayXd steered;  ///< the first model's score where segments have thresholds of their
                             ///< own, as it stands on the dial; empty: they have none
    Eigen::ArrayXd onDial; ///< the first model's latency where segments have budgets of their own,
                           ///< as it stands on the dial; empty: they have none
    Eigen::ArrayXd ownBudget; ///< by use, where the dial is at budgetsAt; empty where onDial is
    double budgetsAt = 1.0;   ///< milliseconds
    FailedCalls failed;       ///< uses x models; no column at all where the file tells of none
    CodeColumn user;          ///< whose use it is; empty where the file does not say
    ClusterOf who = ClusterOf::User; ///< see RowClusters
    CodeColumn day;                  ///< on which; empty where it is not told, or days are too few
    std::vector<std::uint32_t> row; ///< of the first model in the predictions; empty where the uses
                                    ///< are not from any
    bool restated = false;          ///< at another share of positives
    bool scoreIsBinStart = false;   ///< as PredictionColumns::scoreIsBinStart
    std::size_t rowsLeftOut = 0;    ///< rows of uses that lack a model or a known latency

    Eigen::Index uses() const { return label.size(); }
    bool hasLatency() const { return latency.cols() > 0; }
    /// Segments have budgets of their own: what is late is told by the dial.
    bool isPaced() const { return onDial.size() > 0; }
    /// Milliseconds in one of the dial's.
    double paceAt(Eigen::Index use) const { return isPaced() ? ownBudget[use] / budgetsAt : 1.0; }
    /// The first model's latency as a budget is compared with it.
    double timedAt(Eigen::Index use) const { return isPaced() ? onDial[use] : latency(use, 0); }
    bool hasFailures() const { return failed.cols() > 0; }
    bool failedAt(Eigen::Index use, Eigen::Index model) const
    {
        return hasFailures() && failed(use, model) != callAnswered;
    }
    bool refusedAt(Eigen::Index use, Eigen::Index model) const
    {
        return hasFailures() && failed(use, model) == callRefused;
    }
    bool anyRefused() const { return (failed == callRefused).any(); }
    /// Whether any failed by itself, or may have.
    bool anyFailed() const
    {
        return hasFailures() && (!anyRefused() || (failed == callFailed).any());
    }

    /// Restated at another share of positives: weights change, rows stay what was joined.
    PairedRows rebased(const ClassFactors &factors) const;
    /// These uses alone; which rows of the predictions they are is not kept.
    PairedRows only(const std::vector<Eigen::Index> &uses) const;
};

/// What keeps rows from becoming uses.
enum class JoinFault {
    NoExampleIds,      ///< several models, and nothing says which of their rows belong together
    NoCompleteExample, ///< no use has what is needed: every model once, one label, known latencies
};
using JoinedRows = std::variant<PairedRows, JoinFault>;

/// Joins the rows that meet the conditions by example id, in the order in which examples first
/// appear. `models`: which ones, and in which order; none named means all there are. An example
/// needs exactly one row of each of them, with one label and, if the file has latencies, a latency
/// that is known (a time-out is, and that of a failed call need not be); others are left out and
/// counted, rows of an empty id as well. Weight and user are those of the first model's row, also
/// where another's disagree. For one model there is nothing to join: see rowsOfOneModel().
JoinedRows joinedModels(const Predictions &predictions,
                        const std::vector<Selection::Where> &where = {},
                        std::vector<std::string> models = {});

/// Every selected row is a use, failed calls among them, apart from those whose latency is not
/// known in a file that has latencies. Without a model in the selection all rows count as one
/// model's, called "".
JoinedRows rowsOfOneModel(const Predictions &predictions, const Selection &selection);
/// The same with all selected rows and no latencies: for questions in which none is asked for.
JoinedRows rowsWithoutLatencies(const Predictions &predictions, const Selection &selection);

} // namespace oneinn
