// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/policies/pairedrows.h"
#include "core/policies/policy.h"
#include "core/policies/scenariorows.h"

#include <optional>

namespace oneinn {

/// A scenario's uses one by one, for questions that the index does not answer: what if every answer
/// took longer, and how sure is that? What a use is worth on average is what assess() says.
class ScenarioUses {
public:
    /// At a threshold. The scenario must fit the rows (asserted). Absent where there are no uses,
    /// as when no latency is known and one is asked for.
    static std::optional<ScenarioUses> of(const ScenarioRows &rows, const ValueQuestion &scenario,
                                          Threshold threshold);

    /// Restated at the scenario's base rate. Every selected row, apart from those of unknown
    /// latency; these too where time plays no part.
    const PairedRows &rows() const { return m_rows; }
    /// Whether it makes a difference how long answers take: someone leaves, or there is a budget
    /// that is kept.
    bool timeCounts() const { return m_timeCounts; }

    /// Which are late; none where time does not count.
    EndRule lateRule() const { return m_timeCounts ? m_policy.rule() : EndRule(); }

    /// What becomes of them if every answer takes so many times as long; time-outs stay.
    UseOutcomes outcomes(double slowdown = 1.0) const;

private:
    ScenarioUses() = default;
    void addFallback(const PairedRows &paired, std::size_t predictionRows);

    PairedRows m_rows;
    SingleModel m_policy;
    bool m_timeCounts = false;
};

} // namespace oneinn
