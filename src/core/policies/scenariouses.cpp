// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/scenariouses.h"

#include "core/assessment.h"

#include <cassert>
#include <limits>
#include <utility>
#include <variant>

namespace oneinn {

namespace {

bool doesTimeCount(const ScenarioRows &rows, const UsesQuestion &scenario)
{
    if (!rows.all()->predictions()->hasLatency())
        return false;
    return !endRuleOf(scenario, true).waitsForLate() || !rows.everyoneWaits();
}

SingleModel policyOf(const UsesQuestion &scenario, Threshold threshold)
{
    SingleModel policy{
            .point = {0, threshold},
            .budget = scenario.budget,
            .late = scenario.latePolicy == LatePolicy::FallBack ? LatePolicy::ShowNothing
                                                                : scenario.latePolicy,
    };
    return policy;
}

} // namespace

std::optional<ScenarioUses> ScenarioUses::of(const ScenarioRows &rows,
                                             const ValueQuestion &scenario, Threshold threshold)
{
    assert(rows.fit(scenario));
    const Predictions &predictions = *rows.all()->predictions();
    ScenarioUses uses;
    uses.m_timeCounts = doesTimeCount(rows, scenario);
    uses.m_policy = policyOf(scenario, threshold);
    const bool keepAll = !asksForLatencies(scenario, predictions.hasLatency())
            && rows.all()->rowsWithoutLatency() > 0;
    auto joined = keepAll ? rowsWithoutLatencies(predictions, scenario.selection)
                          : rowsOfOneModel(predictions, scenario.selection);
    auto *own = std::get_if<PairedRows>(&joined);
    if (!own || !((own->weight).sum() > 0.0))
        return std::nullopt;
    uses.m_rows = std::move(*own);
    uses.m_policy.paced = uses.m_rows.isPaced();
    const bool fallsBack = scenario.latePolicy == LatePolicy::FallBack && scenario.budget;
    if (fallsBack && rows.paired()) {
        uses.m_policy.late = LatePolicy::FallBack;
        uses.m_policy.fallback = {{1, scenario.fallback->threshold}, scenario.fallback->start};
        uses.addFallback(*rows.paired(), static_cast<std::size_t>(predictions.rows()));
    }
    const auto slice = rows.at(scenario);
    const OperatingCounts counts = slice->withFailures(slice->counts(threshold));
    const ClassFactors factors = restatement(counts, scenario.baseRate);
    if (!(factors == ClassFactors()))
        uses.m_rows = uses.m_rows.rebased(factors);
    return uses;
}

/// The answers of the model that steps in, beside those of the model asked.
void ScenarioUses::addFallback(const PairedRows &paired, std::size_t predictionRows)
{
    constexpr Eigen::Index none = -1;
    std::vector<Eigen::Index> partner(predictionRows, none);
    for (std::size_t use = 0; use < paired.row.size(); ++use)
        partner[paired.row[use]] = static_cast<Eigen::Index>(use);

    const Eigen::Index uses = m_rows.uses();
    m_rows.models.push_back(paired.models[1]);
    m_rows.score.conservativeResize(uses, 2);
    m_rows.latency.conservativeResize(uses, 2);
    m_rows.score.col(1).setZero();
    m_rows.latency.col(1).setConstant(std::numeric_limits<double>::quiet_NaN());
    if (m_rows.failed.cols() == 0)
        m_rows.failed.setZero(uses, 1);
    m_rows.failed.conservativeResize(uses, 2);
    m_rows.failed.col(1).setOnes(); // alone, until a partner is found
    for (Eigen::Index use = 0; use < uses; ++use) {
        const auto i = static_cast<std::size_t>(use);
        const Eigen::Index other = partner[m_rows.row[i]];
        if (other == none)
            continue;
        m_rows.failed(use, 1) = paired.failedAt(other, 1) ? 1 : 0;
        m_rows.score(use, 1) = paired.score(other, 1);
        m_rows.latency(use, 1) = paired.latency(other, 1);
    }
}

UseOutcomes ScenarioUses::outcomes(double slowdown) const
{
    if (slowdown == 1.0 || !m_timeCounts)
        return oneinn::outcomes(m_rows, m_policy);
    return outcomesIfSlower(m_rows, m_policy, slowdown);
}

} // namespace oneinn
