// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/scenariopolicy.h"

#include "core/policies/combinedpolicy.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <variant>

namespace oneinn {

namespace {

struct WithDeadline {
    Deadline deadline;

    void operator()(SingleModel & /*has it*/) const { }
    template<typename Several> void operator()(Several &policy) const
    {
        policy.deadline = deadline;
    }
};

} // namespace

std::optional<Eigen::Index> placeOf(const std::string &model,
                                    const std::vector<std::string> &models)
{
    const auto found = std::find(models.begin(), models.end(), model);
    if (found == models.end())
        return std::nullopt;
    return found - models.begin();
}

Eigen::Index ownModel(const RowsQuestion &scenario, const PairedRows &rows)
{
    const auto model = scenario.selection.model ? placeOf(*scenario.selection.model, rows.models)
                                                : std::optional<Eigen::Index>();
    assert(model || rows.models.size() == 1);
    return model.value_or(0);
}

Deadline lateDeadline(const RowsQuestion &scenario, const PairedRows &rows)
{
    Deadline deadline{.late = scenario.latePolicy};
    if (deadline.late != LatePolicy::FallBack)
        return deadline;
    const auto other = scenario.fallback ? placeOf(scenario.fallback->model, rows.models)
                                         : std::optional<Eigen::Index>();
    if (other)
        deadline.fallback = {{*other, scenario.fallback->threshold}, scenario.fallback->start};
    else
        deadline.late = LatePolicy::ShowNothing;
    return deadline;
}

const std::string *otherName(const RowsQuestion &scenario)
{
    return scenario.combination ? otherModelOf(*scenario.combination) : nullptr;
}

const std::string *fallbackName(const RowsQuestion &scenario)
{
    const bool fallsBack = scenario.latePolicy == LatePolicy::FallBack && scenario.fallback;
    return fallsBack ? &scenario.fallback->model : nullptr;
}

void setDeadline(Policy &policy, const Deadline &deadline)
{
    std::visit(WithDeadline{deadline}, policy);
}

Policy policyOf(const UsesQuestion &scenario, Threshold threshold, const PairedRows &rows)
{
    const ModelPoint own{ownModel(scenario, rows), threshold};
    Deadline deadline = lateDeadline(scenario, rows);
    deadline.budget = rows.hasLatency() ? scenario.budget : Budget();
    const std::string *name = otherName(scenario);
    const auto other = name ? placeOf(*name, rows.models) : std::optional(own.model);
    const bool oneModel = !scenario.combination || !other
            || std::holds_alternative<ThresholdsBySegment>(*scenario.combination);
    if (oneModel)
        return SingleModel{.point = own,
                           .budget = deadline.budget,
                           .late = deadline.late,
                           .fallback = deadline.fallback,
                           .steered = rows.steered.size() > 0,
                           .paced = rows.isPaced()};
    Policy policy = combinedPolicy(rows, *scenario.combination, own, *other);
    setDeadline(policy, deadline);
    return policy;
}

namespace {

/// What a scenario is to do instead.
class Adopting {
public:
    Adopting(Scenario &scenario, const std::vector<std::string> &models)
        : m_scenario(scenario)
        , m_models(models)
    {
    }

    void operator()(const SingleModel &policy)
    {
        // Those with thresholds of their own keep them: what is done now is taken over.
        if (!policy.steered)
            m_scenario.combination.reset();
        if (!policy.paced)
            m_scenario.budgets.reset();
        setPoint(policy.point);
        m_scenario.budget = policy.budget;
        setLate({policy.budget, policy.late, policy.fallback});
    }
    void operator()(const Cascade &policy)
    {
        m_scenario.budgets.reset();
        setPoint(policy.large);
        m_scenario.combination =
                FirstAsked{name(policy.small), policy.deferBetween, policy.parallel};
        keepBudget(policy.deadline);
    }
    void operator()(const Hedged &policy)
    {
        m_scenario.budgets.reset();
        setPoint(policy.point);
        m_scenario.combination = AskedAgain{policy.hedgeAfter};
        keepBudget(policy.deadline);
    }
    void operator()(const Mixture &policy)
    {
        m_scenario.budgets.reset();
        setPoint(policy.first);
        m_scenario.combination = DividedUses{policy.share, policy.first.threshold,
                                             name(policy.second.model), policy.second.threshold};
        keepBudget(policy.deadline);
    }

private:
    const std::string &name(Eigen::Index model) const
    {
        return m_models.at(static_cast<std::size_t>(model));
    }
    void setPoint(const ModelPoint &point)
    {
        if (!name(point.model).empty())
            m_scenario.selection.model = name(point.model);
        m_scenario.threshold = point.threshold;
    }
    /// Uses beyond the budget are counted as late, and waited for: as they were compared.
    void keepBudget(const Deadline &deadline)
    {
        if (deadline.budget)
            m_scenario.budget = deadline.budget;
        setLate({m_scenario.budget, deadline.budget ? deadline.late : LatePolicy::Wait,
                 deadline.fallback});
    }
    void setLate(const Deadline &deadline)
    {
        if (!deadline.budget)
            return;
        m_scenario.latePolicy = deadline.late;
        if (deadline.late != LatePolicy::FallBack)
            return;
        const auto &[point, start] = deadline.fallback;
        m_scenario.fallback = FallbackModel{name(point.model), point.threshold, start};
    }

    Scenario &m_scenario;
    const std::vector<std::string> &m_models;
};

} // namespace

Scenario adopted(Scenario scenario, const Policy &policy, const std::vector<std::string> &models)
{
    std::visit(Adopting(scenario, models), policy);
    return scenario;
}

std::vector<std::string> comparableModels(const Predictions &predictions,
                                          const RowsQuestion &scenario)
{
    if (!predictions.model() || !scenario.selection.model)
        return {};
    const CategoryColumn &column = *predictions.model();
    std::vector<bool> seen(column.values.size(), false);
    for (const auto row : predictions.select({.model = {}, .where = scenario.selection.where}))
        seen[column.codes[row]] = true;
    std::vector<std::string> models{*scenario.selection.model};
    const std::string *other = otherName(scenario);
    const std::string *fallback = fallbackName(scenario);
    // The rest differ from each other: with a model in every row, comparing all would take hours.
    const auto add = [&models](const std::string &name) {
        const auto first = models.begin() + std::min<std::ptrdiff_t>(3, std::ssize(models));
        if (std::find(models.begin(), first, name) == first)
            models.push_back(name);
    };
    for (std::size_t i = 0; i < seen.size(); ++i) {
        // Before others, so that it is not among those that are too many.
        if (seen[i]
            && ((fallback && column.values[i] == *fallback)
                || (other && column.values[i] == *other)))
            add(column.values[i]);
    }
    for (std::size_t i = 0; i < seen.size(); ++i) {
        if (seen[i])
            add(column.values[i]);
    }
    return models;
}

} // namespace oneinn
