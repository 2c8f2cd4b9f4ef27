// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/budgetoptions.h"

#include "cli/numbersbysegment.h"
#include "cli/optiontable.h"
#include "cli/thresholdoptions.h"
#include "core/limits.h"
#include "core/policies/ownbudgets.h"
#include "wording/names.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace oneinn::cli {

using namespace Qt::StringLiterals;

bool takesOwnBudgets(Command command)
{
    return takesOwnThresholds(command) && command != Command::Conventions;
}

QString noOwnBudgetsText(Command command)
{
    const QString ask = u" Leave --budget-by out, or ask of one value alone with --where C=V."_s;
    switch (command) {
    case Command::Conventions:
        return u"Other tools know no budget at all: they count every row as if it were in time."_s
                + ask;
    case Command::Check:
        return u"check takes the budgets that are in the operating point. Write it with "
               "'one-in-n-cli operating-point FILE --budget-by C:A=MS'."_s;
    default:
        return u"%1 asks of one budget, the same for all uses."_s.arg(nameOf(command)) + ask;
    }
}

OptionEntry budgetByEntry()
{
    return {OptionGroup::Command, u"budget-by"_s, u"C:A=MS,B=MS"_s,
            u"Values of a column have latency budgets of their own in milliseconds, as in "
            "channel:app=300,web=800; all others have --budget. Names as in --threshold-by."_s};
}

std::optional<BudgetsBySegment> budgetsNamed(const QString &text)
{
    const auto numbers = numbersBySegment(text);
    if (!numbers)
        return std::nullopt;
    BudgetsBySegment budgets{numbers->column, {}, {}};
    for (const auto &[value, budget] : numbers->values) {
        if (!(budget > 0.0) || budget > limits::longestWait)
            return std::nullopt;
        budgets.values.push_back({value, {budget}});
    }
    return budgets;
}

void readOwnBudgets(OptionReader &reader, Options &options)
{
    if (!reader.isSet(u"budget-by"_s))
        return;
    bool taken = false;
    reader.take(u"budget-by"_s,
                u"a column and budgets of some of its values in milliseconds, as in "
                "channel:app=300,web=800"_s,
                budgetsNamed, [&](const BudgetsBySegment &budgets) {
                    if (taken)
                        reader.fail(u"--budget-by is given twice; name all values in one."_s);
                    taken = true;
                    options.scenario.budgets = budgets;
                    options.columns.extraSegments.push_back(budgets.column);
                });
    if (!taken)
        return;
    auto &values = options.scenario.budgets->values;
    for (const BudgetsBySegment::Own &own : values) {
        if (std::ranges::count(values, own.value, &BudgetsBySegment::Own::value) > 1)
            reader.fail(u"--budget-by names '%1' twice."_s.arg(wording::nameText(own.value)));
    }
    if (values.size() > mostOwnBudgets)
        reader.fail(u"--budget-by is for at most %1 values."_s.arg(mostOwnBudgets));
    const Budget &dial = options.scenario.budget;
    if (!dial)
        reader.fail(u"--budget-by needs --budget: that of all other values."_s);
    else if (!(dial->value > 0.0) || !std::isfinite(dial->value))
        reader.fail(u"--budget-by needs a --budget above 0: budgets are moved together, in "
                    "proportion to it."_s);
    else
        options.scenario.budgets->ownBudget = *dial;
}

std::optional<QString> ownBudgetsProblem(const Options &options, const Predictions &predictions)
{
    const auto &budgets = options.scenario.budgets;
    // What is checked later may lack a value, and the others' budget is then nobody's.
    const bool isLater = options.command == Command::Check
            || (options.command == Command::Drop && options.file == options.later);
    if (!budgets || options.session || isLater)
        return std::nullopt;
    std::vector<std::string> values;
    for (const BudgetsBySegment::Own &own : budgets->values)
        values.push_back(own.value);
    return missingValueProblem(predictions, options.file, budgets->column, values);
}

Json ownBudgetsJson(const UsesQuestion &question)
{
    const auto now = budgetsNow(question);
    if (now.empty())
        return {};
    Json::Array values;
    for (const BudgetsBySegment::Own &own : now)
        values.emplace_back(Json::Object{{u"value"_s, QString::fromStdString(own.value)},
                                         {u"budget_ms"_s, own.budget.value}});
    return Json::Object{{u"column"_s, QString::fromStdString(question.budgets->column)},
                        {u"values"_s, std::move(values)},
                        {u"others_ms"_s, question.budget->value}};
}

} // namespace oneinn::cli
