// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/scenariorows.h"

#include "core/index/sortedrows.h"
#include "core/policies/combinedpolicy.h"
#include "core/policies/ownbudgets.h"
#include "core/policies/ownthresholds.h"
#include "core/predictions/mixedpredictions.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>
#include <variant>
#include <vector>

namespace oneinn {

namespace {

/// A row of which less is left weighs this much: an index knows no weight of 0, and a billionth of
/// a use is nobody's experience.
constexpr double leastStaying = 1e-9;

/// The selected rows of a known latency, weighted by who stays for them; of no use once the job is
/// to stop.
PredictionColumns stayingColumns(const PredictionIndex &all, const PatienceCurve &patience,
                                 const JobControl &job)
{
    constexpr Eigen::Index atOnce = 65536; // rows between two looks whether it is still wanted
    const Predictions &from = *all.predictions();
    const std::vector<std::uint32_t> &rows = all.latency().rows();
    const auto size = static_cast<Eigen::Index>(rows.size());
    PredictionColumns columns;
    columns.label.resize(size);
    columns.score.resize(size);
    columns.latency = Eigen::ArrayXd(size);
    columns.weight = Eigen::ArrayXd(size);
    for (Eigen::Index i = 0; i < size; ++i) {
        if (i % atOnce == 0 && job.stopRequested())
            break;
        const std::uint32_t row = rows[static_cast<std::size_t>(i)];
        const double latency = (*from.latency())[row];
        const double weight = from.weight() ? (*from.weight())[row] : 1.0;
        const Milliseconds wait{(*from.wait())[row]};
        columns.label[i] = from.label()[row];
        columns.score[i] = from.score()[row];
        (*columns.latency)[i] = latency;
        (*columns.weight)[i] = weight * std::max(leastStaying, patience.stillWaiting(wait));
    }
    return columns;
}

/// What the rows answer, and when, with combined calls and with budgets of their own; null where
/// either has no place in them.
PredictionsPtr answersOf(const PredictionsPtr &predictions, const RowsQuestion &scenario)
{
    PredictionsPtr answers = predictions;
    if (scenario.combination)
        answers = combinedPredictions(*predictions, scenario.selection, *scenario.combination);
    if (answers && scenario.budgets)
        answers = pacedPredictions(*answers, scenario.selection.model, *scenario.budgets);
    return answers;
}

/// Of the model that a combination needs besides, or of a column.
std::string missingName(const RowsQuestion &scenario)
{
    if (!scenario.combination)
        return scenario.budgets->column;
    if (const auto *own = thresholdsBySegment(scenario.combination))
        return own->column;
    const std::string *other = otherModelOf(*scenario.combination);
    return other ? *other : scenario.selection.model.value_or(std::string());
}

/// The model whose answers are replaced when late; absent where late answers do not fall back.
std::optional<std::string> fallbackModelOf(const RowsQuestion &scenario)
{
    if (scenario.latePolicy != LatePolicy::FallBack || !scenario.fallback
        || !scenario.selection.model)
        return std::nullopt;
    return scenario.fallback->model;
}

} // namespace

Result<ScenarioRows::Ptr> ScenarioRows::prepare(const PredictionsPtr &from,
                                                const RowsQuestion &scenario, const JobControl &job,
                                                const Ptr &now)
{
    // Dragging asks many times; those that were given up while they waited cost nothing.
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    std::shared_ptr<ScenarioRows> rows(new ScenarioRows);
    const PredictionsPtr predictions = mixedPredictions(from, scenario.mix);
    if (!predictions)
        return Problem{.kind = ProblemKind::ValueMissing, .detail = scenario.mix->column};
    rows->m_source = predictions;
    rows->m_combination = scenario.combination;
    rows->m_budgets = scenario.budgets;
    const bool sameIndex = now && now->m_source == predictions
            && now->m_combination == scenario.combination && now->m_budgets == scenario.budgets
            && now->m_all->selection() == scenario.selection;
    const Ptr lent = sameIndex ? now : nullptr;
    if (lent) {
        rows->m_all = lent->m_all;
    } else {
        const PredictionsPtr answers = answersOf(predictions, scenario);
        if (!answers)
            return Problem{.kind = ProblemKind::ValueMissing, .detail = missingName(scenario)};
        auto index = PredictionIndex::build(answers, scenario.selection, job);
        if (!index)
            return index.problem();
        rows->m_all = std::move(index).value();
    }
    rows->m_patience = scenario.patience;
    rows->m_fallbackModel = fallbackModelOf(scenario);
    rows->prepareStaying(lent, job);
    if (job.stopRequested() || !rows->m_staying)
        return Problem{.kind = ProblemKind::Cancelled};
    rows->pair(lent);
    rows->lookForUnlabelled();
    rows->m_pace = lent ? lent->m_pace : paceInFile(*predictions, scenario.selection);
    if (job.stopRequested())
        return Problem{.kind = ProblemKind::Cancelled};
    return Ptr(std::move(rows));
}

ScenarioRows::Ptr ScenarioRows::around(IndexPtr index, const RowsQuestion &scenario)
{
    assert(index->selection() == scenario.selection);
    std::shared_ptr<ScenarioRows> rows(new ScenarioRows);
    rows->m_source = index->predictions();
    rows->m_all = std::move(index);
    rows->mix(scenario);
    rows->combine(scenario);
    rows->m_patience = scenario.patience;
    rows->m_fallbackModel = fallbackModelOf(scenario);
    rows->prepareStaying(nullptr, {});
    rows->pair(nullptr);
    rows->lookForUnlabelled();
    rows->m_pace = paceInFile(*rows->m_source, scenario.selection);
    return rows;
}

void ScenarioRows::mix(const RowsQuestion &scenario)
{
    const auto mixed = mixedPredictions(m_source, scenario.mix);
    if (!mixed || mixed == m_source)
        return;
    auto index = PredictionIndex::build(mixed, scenario.selection);
    if (!index)
        return;
    m_source = mixed;
    m_all = std::move(index).value();
}

void ScenarioRows::combine(const RowsQuestion &scenario)
{
    if (!scenario.combination && !scenario.budgets)
        return;
    const auto answers = answersOf(m_source, scenario);
    auto index = answers ? PredictionIndex::build(answers, scenario.selection)
                         : Result<IndexPtr>(Problem{.kind = ProblemKind::ValueMissing});
    if (!index)
        return;
    m_all = std::move(index).value();
    m_combination = scenario.combination;
    m_budgets = scenario.budgets;
}

void ScenarioRows::prepareStaying(const Ptr &now, const JobControl &job)
{
    if (everyoneWaits() || m_all->latency().empty()) {
        m_staying = m_all;
        return;
    }
    if (now && now->m_patience == m_patience) {
        m_staying = now->m_staying;
        return;
    }
    PredictionColumns columns = stayingColumns(*m_all, m_patience, job);
    if (job.stopRequested())
        return;
    auto index = PredictionIndex::build(
            std::make_shared<const Predictions>(std::move(columns), RowAccount()), {}, job);
    if (index)
        m_staying = std::move(index).value();
}

void ScenarioRows::pair(const Ptr &now)
{
    if (!m_fallbackModel || !m_all->predictions()->hasLatency())
        return;
    if (now && now->m_fallbackModel == m_fallbackModel) {
        m_paired = now->m_paired;
        m_pairedByScore = now->m_pairedByScore;
        return;
    }
    const Selection &selection = m_all->selection();
    auto joined = joinedModels(*m_all->predictions(), selection.where,
                               {*selection.model, *m_fallbackModel});
    auto *rows = std::get_if<PairedRows>(&joined);
    if (!rows)
        return;
    m_paired = std::move(*rows);
    std::vector<std::uint32_t> places(static_cast<std::size_t>(m_paired->uses()));
    std::iota(places.begin(), places.end(), 0U);
    m_pairedByScore =
            sortedRows(m_paired->score.col(0), std::move(places), SortOrder::Descending).row;
}

void ScenarioRows::lookForUnlabelled()
{
    if (!m_source->setAside() || m_combination)
        return;
    m_unlabelled = m_source->setAside()->unlabelledScores(m_all->selection());
    std::ranges::sort(m_unlabelled, std::ranges::greater());
}

bool ScenarioRows::fit(const RowsQuestion &scenario) const
{
    const auto fallback = fallbackModelOf(scenario);
    return scenario.selection == m_all->selection() && scenario.patience == m_patience
            && scenario.combination == m_combination && scenario.budgets == m_budgets
            && scenario.mix == m_source->mix() && (!fallback || fallback == m_fallbackModel);
}

Scenario ScenarioRows::asPrepared(Scenario scenario) const
{
    scenario.selection = m_all->selection();
    scenario.patience = m_patience;
    scenario.combination = m_combination;
    scenario.budgets = m_budgets;
    scenario.mix = m_source->mix();
    if (!fit(scenario))
        scenario.latePolicy = LatePolicy::ShowNothing;
    return scenario;
}

std::shared_ptr<const UseSlice> ScenarioRows::at(const UsesQuestion &scenario) const
{
    assert(fit(scenario));
    const bool hasLatency = m_all->predictions()->hasLatency();
    const auto all = asksForLatencies(scenario, hasLatency) ? m_all->known() : m_all->at({});
    std::shared_ptr<UseSlice> slice(new UseSlice);
    slice->m_rows = shared_from_this();
    slice->m_rule = endRuleOf(scenario, hasLatency);
    slice->m_onTime = scenario.budget && hasLatency ? m_all->at(scenario.budget) : all;
    slice->m_decided = slice->m_rule.waitsForLate() ? all : slice->m_onTime;
    if (m_staying == m_all)
        slice->m_staying = slice->m_decided;
    else // nobody stays for a time-out
        slice->m_staying = m_staying->at(slice->m_rule.deadline());
    slice->leave();
    slice->endLateUses(scenario);
    return slice;
}

EndRule endRuleOf(const UsesQuestion &scenario, bool hasLatency)
{
    return {scenario.latePolicy, hasLatency ? scenario.budget : Budget(),
            scenario.fallback ? scenario.fallback->start : FallbackStart::WithMain};
}

bool asksForLatencies(const UsesQuestion &scenario, bool hasLatency)
{
    return hasLatency && (scenario.budget || !scenario.patience.everyoneWaits());
}

} // namespace oneinn
