// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/experience/paceinfile.h"
#include "core/job.h"
#include "core/policies/pairedrows.h"
#include "core/policies/useslice.h"
#include "core/predictions/predictionindex.h"
#include "core/scenario.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace oneinn {

/// The rows that a scenario selects, prepared for its assumptions about people: an index of all of
/// them, one of what is left of them when the impatient have gone, and what another model answers
/// in place of late ones. Any threshold and budget is then answered at once; other assumptions need
/// other rows.
class ScenarioRows : public std::enable_shared_from_this<ScenarioRows> {
public:
    using Ptr = std::shared_ptr<const ScenarioRows>;
    using IndexPtr = std::shared_ptr<const PredictionIndex>;

    /// Problems: those of PredictionIndex::build; ValueMissing where the mix, the combination or
    /// the budgets of segments have no place in them. `now`, if not null, lends the parts that stay
    /// the same.
    static Result<Ptr> prepare(const PredictionsPtr &from, const RowsQuestion &scenario,
                               const JobControl &job = {}, const Ptr &now = nullptr);
    /// Around an index of the scenario's selection (asserted), of what was read. A combination, a
    /// mix or budgets that have no place in these rows are left out.
    static Ptr around(IndexPtr index, const RowsQuestion &scenario);

    /// Whether these are the rows of a scenario.
    bool fit(const RowsQuestion &scenario) const;
    /// A scenario, except for what these rows were not prepared for: selection and patience are
    /// theirs, and late answers that would fall back to another model show nothing.
    Scenario asPrepared(Scenario scenario) const;

    /// What was read, weighing as the scenario's mix has it. Its rows have the places of those of
    /// all(), which answer otherwise where the scenario combines models.
    const PredictionsPtr &source() const { return m_source; }
    const IndexPtr &all() const { return m_all; }
    /// Rows of a known latency, each weighing as much less as users have left before its answer;
    /// the same index as all() where everyone waits.
    const IndexPtr &staying() const { return m_staying; }
    bool everyoneWaits() const { return m_patience.everyoneWaits(); }
    const PatienceCurve &patience() const { return m_patience; }
    /// The model asked and the one that answers in its place, in this order; null without one, or
    /// where their rows cannot be told to belong together.
    const PairedRows *paired() const { return m_paired ? &*m_paired : nullptr; }
    /// Their places from the highest score of the model asked down.
    const std::vector<std::uint32_t> &pairedByScore() const { return m_pairedByScore; }
    /// Scores of selected records that have no label, from the highest down; empty where every one
    /// has, and where several calls are combined.
    const std::vector<double> &unlabelled() const { return m_unlabelled; }
    /// Of the selected rows as they were read, whatever the mix and whoever answers.
    const std::optional<PaceInFile> &pace() const { return m_pace; }

    /// At the scenario's budget. The scenario must fit (asserted).
    std::shared_ptr<const UseSlice> at(const UsesQuestion &scenario) const;

private:
    ScenarioRows() = default;
    void mix(const RowsQuestion &scenario);
    void combine(const RowsQuestion &scenario);
    void prepareStaying(const Ptr &now, const JobControl &job);
    void pair(const Ptr &now);
    void lookForUnlabelled();

    PredictionsPtr m_source;
    std::optional<Combination> m_combination;
    std::optional<BudgetsBySegment> m_budgets;
    IndexPtr m_all;
    IndexPtr m_staying;
    PatienceCurve m_patience;
    std::optional<std::string> m_fallbackModel; ///< only where late answers fall back
    std::optional<PairedRows> m_paired;
    std::vector<std::uint32_t> m_pairedByScore;
    std::vector<double> m_unlabelled;
    std::optional<PaceInFile> m_pace;
};

/// How a scenario's uses end; without latencies nothing is late.
EndRule endRuleOf(const UsesQuestion &scenario, bool hasLatency);
/// Whether a scenario asks how long its uses take: then those of unknown latency take no part.
bool asksForLatencies(const UsesQuestion &scenario, bool hasLatency);

} // namespace oneinn
