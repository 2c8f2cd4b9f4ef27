// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/ownbudgets.h"

#include "core/eigenindex.h"
#include "core/infinity.h"
#include "core/predictions/mixedpredictions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <utility>

namespace oneinn {

namespace {

bool isBudget(Milliseconds budget)
{
    return std::isfinite(budget.value) && budget.value > 0.0;
}

/// By code; absent: the dial's.
std::vector<std::optional<Milliseconds>> budgetsByCode(const CategoryColumn &column,
                                                       const BudgetsBySegment &budgets)
{
    std::vector<std::optional<Milliseconds>> of(column.values.size());
    for (const BudgetsBySegment::Own &each : budgets.values) {
        if (const auto code = column.codeOf(each.value))
            of[*code] = each.budget;
    }
    return of;
}

} // namespace

double waitOnDial(double wait, Milliseconds of, Milliseconds own)
{
    if (!std::isfinite(wait))
        return wait;
    const double moved =
            std::min(wait * (own.value / of.value), std::numeric_limits<double>::max());
    return wait <= of.value ? std::min(moved, own.value)
                            : std::max(moved, std::nextafter(own.value, infinity));
}

Milliseconds budgetFromDial(Milliseconds dial, Milliseconds of, Milliseconds own)
{
    if (dial == own)
        return of;
    const double guess =
            std::min(dial.value * (of.value / own.value), std::numeric_limits<double>::max() / 2.0);
    constexpr double roundings = 8.0;
    const double width = roundings * std::numeric_limits<double>::epsilon() * guess;
    double inTime = std::max(0.0, guess - width);
    double late = guess + width;
    for (double middle = std::midpoint(inTime, late); inTime < middle && middle < late;
         middle = std::midpoint(inTime, late))
        (waitOnDial(middle, of, own) <= dial.value ? inTime : late) = middle;
    return {inTime};
}

std::vector<BudgetsBySegment::Own> budgetsNow(const UsesQuestion &question)
{
    if (!question.budgets || !question.budget || !std::isfinite(question.budget->value))
        return {};
    std::vector<BudgetsBySegment::Own> now = question.budgets->values;
    for (BudgetsBySegment::Own &each : now)
        each.budget = budgetFromDial(*question.budget, each.budget, question.budgets->ownBudget);
    return now;
}

Budget budgetOf(const UsesQuestion &question, const std::string &column, const std::string &value)
{
    if (!question.budgets || question.budgets->column != column)
        return question.budget;
    const auto now = budgetsNow(question);
    const auto own = std::ranges::find(now, value, &BudgetsBySegment::Own::value);
    return own == now.end() ? question.budget : Budget(own->budget);
}

std::optional<BudgetsBySegment> withBudget(const std::optional<BudgetsBySegment> &budgets,
                                           const std::string &column, const std::string &value,
                                           const std::optional<Milliseconds> &budget,
                                           Milliseconds dial)
{
    BudgetsBySegment next{column, dial, {}};
    if (budgets && budgets->column == column) {
        UsesQuestion question;
        question.budgets = budgets;
        question.budget = dial;
        next.values = budgetsNow(question);
    }
    const auto own = std::ranges::find(next.values, value, &BudgetsBySegment::Own::value);
    if (own == next.values.end()) {
        if (budget)
            next.values.push_back({value, *budget});
    } else if (budget) {
        own->budget = *budget;
    } else {
        next.values.erase(own);
    }
    if (next.values.empty())
        return std::nullopt;
    return next;
}

WaitsOnDial waitsOnDial(const Predictions &predictions, const BudgetsBySegment &budgets,
                        const std::vector<std::uint32_t> &rows,
                        const Eigen::Ref<const Eigen::ArrayXd> &wait)
{
    WaitsOnDial result{wait, Eigen::ArrayXd::Constant(wait.size(), budgets.ownBudget.value)};
    const CategoryColumn *column = segmentNamed(predictions, budgets.column);
    if (!column)
        return result;
    const auto of = budgetsByCode(*column, budgets);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto &own = of[column->codes[rows[i]]];
        if (!own)
            continue;
        const Eigen::Index use = eigenIndex(i);
        result.wait[use] = waitOnDial(wait[use], *own, budgets.ownBudget);
        result.budget[use] = own->value;
    }
    return result;
}

PredictionsPtr pacedPredictions(const Predictions &predictions,
                                const std::optional<std::string> &model,
                                const BudgetsBySegment &budgets)
{
    const CategoryColumn *column = segmentNamed(predictions, budgets.column);
    const bool areBudgets = isBudget(budgets.ownBudget)
            && std::ranges::all_of(budgets.values, [](const BudgetsBySegment::Own &each) {
                                return isBudget(each.budget);
                            });
    if (!column || !predictions.hasLatency() || !areBudgets)
        return nullptr;
    const auto code = model && predictions.model() ? predictions.model()->codeOf(*model)
                                                   : std::optional<std::uint32_t>();
    const auto of = budgetsByCode(*column, budgets);
    Eigen::ArrayXd latency = *predictions.wait();
    for (Eigen::Index row = 0; row < latency.size(); ++row) {
        const auto &own = of[column->codes[row]];
        if (own && (!code || predictions.model()->codes[row] == *code))
            latency[row] = waitOnDial(latency[row], *own, budgets.ownBudget);
    }
    std::vector<double> budget(of.size(), budgets.ownBudget.value);
    for (std::size_t i = 0; i < of.size(); ++i) {
        if (of[i])
            budget[i] = of[i]->value;
    }
    return Predictions::paced(predictions, std::move(latency),
                              {&column->codes, std::move(budget), budgets.ownBudget.value});
}

} // namespace oneinn
