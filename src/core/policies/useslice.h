// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/operatingcounts.h"
#include "core/predictions/budgetslice.h"
#include "core/units.h"

#include <memory>

namespace oneinn {

class ScenarioRows;
struct UsesQuestion;

/// A scenario's rows at its budget: how every use ends, at every threshold. Made by
/// ScenarioRows::at; immutable.
class UseSlice {
public:
    /// Rows whose end the threshold decides, as they are in the file: those on time, or all of them
    /// where late answers are waited for.
    const std::shared_ptr<const BudgetSlice> &decided() const { return m_decided; }
    /// The same rows for users who are still there: for searches and curves.
    const BudgetSlice &staying() const { return *m_staying; }
    const ScenarioRows &rows() const { return *m_rows; }

    /// Everything counted in the file at a threshold: late rows apart, whoever waits for them.
    OperatingCounts counts(Threshold threshold) const { return m_onTime->counts(threshold); }
    /// How uses end. In the four cells those with a user still there for the outcome, whatever gave
    /// it. latePositive and lateNegative hold the uses that end without an answer or without a
    /// user; what is "caught" of them is not told. A use whose user stays with chance S counts as S
    /// of a row in its cell and as 1 - S of a row among those.
    OperatingCounts ends(Threshold threshold) const;
    /// The same for a pass over all thresholds: from what decided() counts at one, and the weights
    /// of staying() there, which is not looked at where everyone stays.
    OperatingCounts ends(OperatingCounts decided, const ConfusionMatrix &staying) const;
    /// Uses whose user has left before they end, as latePositive and lateNegative: part of those of
    /// ends().
    OperatingCounts left() const;

    /// What late uses end in, whatever the threshold.
    const OperatingCounts &lateEnds() const { return m_lateEnds; }

private:
    friend class ScenarioRows;
    UseSlice() = default;
    void leave();
    void endLateUses(const UsesQuestion &scenario);
    void fallBack(const UsesQuestion &scenario);
    void endInSilence(const Tally &positive, const Tally &negative, double staying);

    std::shared_ptr<const ScenarioRows> m_rows;
    std::shared_ptr<const BudgetSlice> m_onTime;
    std::shared_ptr<const BudgetSlice> m_decided;
    std::shared_ptr<const BudgetSlice> m_staying;
    OperatingCounts m_lateEnds;
    Tally m_leftPositive;
    Tally m_leftNegative;
};

} // namespace oneinn
