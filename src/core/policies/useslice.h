// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ends/endrule.h"
#include "core/ends/waterfall.h"
#include "core/index/rowsums.h"
#include "core/metrics/operatingcounts.h"
#include "core/predictions/budgetslice.h"
#include "core/units.h"

#include <Eigen/Core>

#include <memory>
#include <vector>

namespace oneinn {

struct PairedRows;
class ScenarioRows;
struct UsesQuestion;

/// A scenario's rows at its budget: how every use ends, at every threshold. Made by
/// ScenarioRows::at; immutable. All its numbers are of the same rows: those of a known latency
/// where there is a budget or users leave, and otherwise every row.
class UseSlice {
public:
    /// Rows whose end the threshold decides, as they are in the file: those on time, or all of them
    /// where late answers are waited for.
    const std::shared_ptr<const BudgetSlice> &decided() const { return m_decided; }
    /// The same rows for users who are still there: for searches.
    const BudgetSlice &staying() const { return *m_staying; }
    const ScenarioRows &rows() const { return *m_rows; }
    const EndRule &rule() const { return m_rule; }

    /// Everything counted in the file at a threshold: late rows apart, whoever waits for them.
    OperatingCounts counts(Threshold threshold) const { return m_onTime->counts(threshold); }
    /// How uses end. In the four cells those with a user still there for the outcome, whatever gave
    /// it. latePositive and lateNegative hold the uses that end without an answer (late, failed or
    /// refused) or without a user; what is "caught" of them is not told. A use whose user stays
    /// with chance S counts as S of a row in its cell and as 1 - S of a row among those.
    OperatingCounts ends(Threshold threshold) const;
    /// The same for a pass over all thresholds: from what decided() counts at one, and the weights
    /// of staying() there, which is not looked at where everyone stays.
    OperatingCounts ends(OperatingCounts decided, const ConfusionMatrix &staying) const;
    /// How uses would end were everybody to wait: the model's own matrix and curves. Cells as in
    /// ends(); latePositive and lateNegative hold the unanswered uses alone.
    OperatingCounts endsIfAllWait(Threshold threshold) const;
    /// The same from what counts() says there.
    OperatingCounts endsIfAllWait(Threshold threshold, const OperatingCounts &counts) const;
    /// Every use by what becomes of it; from what counts() says there.
    Waterfall waterfall(Threshold threshold, const OperatingCounts &counts) const;
    Waterfall waterfall(Threshold threshold) const
    {
        return waterfall(threshold, counts(threshold));
    }

    /// What counts() says, with the calls that brought no answer among the late: all that a base
    /// rate restates.
    OperatingCounts withFailures(OperatingCounts counts) const;
    /// The same with those alone that another model answered: the rows of endsIfAllWait().
    OperatingCounts withAnsweredFailures(OperatingCounts counts) const;

    /// What late uses that are cut off end in, whatever the threshold, were everybody to wait.
    const OperatingCounts &lateEndsIfAllWait() const { return m_lateEndsIfAllWait; }

private:
    friend class ScenarioRows;

    /// Late positive uses to which another model answered, or that are cut off at a deadline of
    /// their own, by the score of the model asked.
    struct Replaced {
        double score = 0.0;
        Tally all;    ///< of the scores from this one up
        Tally silent; ///< of these, where nothing is shown to a user still there
    };

    UseSlice() = default;
    void leave();
    ClassTallies squaredStaying() const;
    void endLateUses(const UsesQuestion &scenario);
    struct StandIns {
        ClassTallies late;            ///< that another model answered
        ClassTallies failed, refused; ///< likewise
    };
    void fallBack(const UsesQuestion &scenario);
    void standIn(const PairedRows &rows, Eigen::Index use, bool shown, StandIns &stood);
    void cutOff(const Tally &positive, const Tally &negative);
    bool cutsOffAtOnce() const;
    void cutOffEach(const std::vector<bool> &answered);
    void sumReplaced();
    Tally missedByLateness(const OperatingCounts &counts, Threshold threshold) const;

    std::shared_ptr<const ScenarioRows> m_rows;
    EndRule m_rule;
    std::shared_ptr<const BudgetSlice> m_onTime;
    std::shared_ptr<const BudgetSlice> m_decided;
    std::shared_ptr<const BudgetSlice> m_staying;
    OperatingCounts m_timed; ///< counts() where nothing is shown
    OperatingCounts m_lateEnds;
    OperatingCounts m_lateEndsIfAllWait;
    double m_stayingAtDeadline = 1.0;
    Tally m_leftPositive;
    Tally m_leftNegative;
    ChanceSquares m_leavingPositive;
    ChanceSquares m_leavingNegative;
    ClassTallies m_failed;            ///< calls that failed and that nobody else answered
    ClassTallies m_refused;           ///< that the model refused, likewise
    ClassTallies m_lostAnswered;      ///< of both, that another model answered
    std::vector<Replaced> m_replaced; ///< scores falling
};

} // namespace oneinn
