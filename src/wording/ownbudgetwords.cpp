// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/ownbudgetwords.h"

#include "core/policies/ownbudgets.h"
#include "wording/names.h"
#include "wording/numbers.h"
#include "wording/segmentwords.h"

#include <QStringList>

namespace oneinn::wording {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostToldBudgets = 8;

} // namespace

QString ownBudgetsPhrase(const UsesQuestion &question)
{
    const auto now = budgetsNow(question);
    if (now.empty())
        return {};
    const QString column = nameText(question.budgets->column);
    const QString others = budgetText(question.budget);
    if (now.size() == 1)
        return u"%1 %2 has a budget of its own, %3; any other has %4"_s.arg(
                column, segmentName({now.front().value}), budgetText(now.front().budget), others);
    QStringList each;
    for (const BudgetsBySegment::Own &own : now)
        each.append(segmentName({own.value}) + u' ' + budgetText(own.budget));
    return u"each %1 has a budget of its own: %2; any other %3"_s.arg(
            column, listed(each, mostToldBudgets), others);
}

QString ownBudgetsName(const UsesQuestion &question)
{
    return budgetsNow(question).empty()
            ? QString()
            : u"budgets by %1"_s.arg(nameText(question.budgets->column));
}

QString budgetSaid(const UsesQuestion &question)
{
    return budgetsNow(question).empty()
            ? budgetText(question.budget)
            : u"the budget of its %1"_s.arg(nameText(question.budgets->column));
}

QString oneColumnForBudgetsText()
{
    return u"Budgets of their own are by one column: choose nothing as the second one."_s;
}

QString noLatenciesForBudgetsText()
{
    return u"The data do not say how long an answer takes, so there is no budget."_s;
}

QString dialForBudgetsText()
{
    return u"Set a budget first, beside the latencies: it is that of all other segments."_s;
}

QString otherBudgetsText(const BudgetsBySegment &budgets)
{
    return u"Segments have budgets of their own by %1 now. Choose that column, or take one budget again first."_s
            .arg(nameText(budgets.column));
}

QString ownBudgetsHint()
{
    return u"One dial moves every budget in proportion. Each is set in Options, Segments."_s;
}

QString budgetByHandHint()
{
    return u"The latency budget of this segment alone, in milliseconds. With that of all others it has none of its own."_s;
}

} // namespace oneinn::wording
