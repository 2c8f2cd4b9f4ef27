// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "document/combinationjson.h"

#include "core/limits.h"
#include "presets/scenariojson.h"

#include <QJsonArray>

#include <algorithm>
#include <cfloat>
#include <cmath>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

/// Null where it is infinite, as a bound that is not there.
QJsonValue boundJson(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue();
}

struct CombinationWriter {
    QJsonObject operator()(const FirstAsked &first) const
    {
        return {{u"kind"_s, u"cascade"_s},
                {u"first"_s, QString::fromStdString(first.model)},
                {u"unsureFrom"_s, boundJson(first.deferBetween.low)},
                {u"unsureTo"_s, boundJson(first.deferBetween.high)},
                {u"parallel"_s, first.parallel}};
    }
    QJsonObject operator()(const AskedAgain &again) const
    {
        return {{u"kind"_s, u"hedge"_s}, {u"afterMs"_s, again.after.value}};
    }
    QJsonObject operator()(const DividedUses &divided) const
    {
        return {{u"kind"_s, u"mixture"_s},
                {u"share"_s, divided.share},
                {u"threshold"_s, divided.ownThreshold.value},
                {u"other"_s, QString::fromStdString(divided.other)},
                {u"otherThreshold"_s, divided.otherThreshold.value}};
    }
    QJsonObject operator()(const ThresholdsBySegment &thresholds) const
    {
        QJsonArray values;
        for (const ThresholdsBySegment::Own &own : thresholds.values)
            values.append(QJsonObject{{u"value"_s, QString::fromStdString(own.value)},
                                      {u"threshold"_s, own.threshold.value}});
        return {{u"kind"_s, u"thresholds"_s},
                {u"column"_s, QString::fromStdString(thresholds.column)},
                {u"threshold"_s, thresholds.ownThreshold.value},
                {u"values"_s, values}};
    }
};

std::string modelOf(JsonReader &reader, const QString &key)
{
    const auto name = reader.exactText(key);
    if (!name)
        reader.fail(key, WantedValue::Kind::ModelName);
    return name.value_or(std::string());
}

double needed(JsonReader &reader, const QString &key, double least, double most)
{
    const auto value = reader.optionalNumber(key, least, most);
    if (!value)
        reader.fail(key, WantedValue::Kind::Number);
    return value.value_or(least);
}

Combination readCascadeOf(JsonReader &reader)
{
    FirstAsked first{modelOf(reader, u"first"_s), {-HUGE_VAL, HUGE_VAL}};
    first.deferBetween.low =
            reader.optionalNumber(u"unsureFrom"_s, -DBL_MAX, DBL_MAX).value_or(-HUGE_VAL);
    first.deferBetween.high =
            reader.optionalNumber(u"unsureTo"_s, -DBL_MAX, DBL_MAX).value_or(HUGE_VAL);
    first.parallel = reader.flag(u"parallel"_s, false);
    if (first.deferBetween.high < first.deferBetween.low) {
        reader.fail(u"unsureTo"_s, {.kind = WantedValue::Kind::NotBelow, .words = {"unsureFrom"}});
        first.deferBetween.high = first.deferBetween.low;
    }
    return first;
}

Combination readMixture(JsonReader &reader)
{
    const double most = limits::largestScore;
    DividedUses divided;
    divided.share = needed(reader, u"share"_s, 0.0, 1.0);
    divided.ownThreshold = {needed(reader, u"threshold"_s, -most, most)};
    divided.other = modelOf(reader, u"other"_s);
    divided.otherThreshold = {needed(reader, u"otherThreshold"_s, -most, most)};
    return divided;
}

Combination readThresholds(JsonReader &reader)
{
    const double most = limits::largestScore;
    ThresholdsBySegment thresholds;
    const auto column = reader.exactText(u"column"_s);
    if (!column)
        reader.fail(u"column"_s, WantedValue::Kind::ColumnName);
    thresholds.column = column.value_or(std::string());
    thresholds.ownThreshold = {needed(reader, u"threshold"_s, -most, most)};
    reader.objects(u"values"_s, mostOwnThresholds, [&](JsonReader &inner) {
        const auto value = inner.exactText(u"value"_s);
        const bool twice = value
                && std::ranges::count(thresholds.values, *value, &ThresholdsBySegment::Own::value);
        if (!value || twice)
            inner.fail(u"value"_s, WantedValue::Kind::ColumnValue);
        thresholds.values.push_back(
                {value.value_or(std::string()), {needed(inner, u"threshold"_s, -most, most)}});
    });
    if (thresholds.values.empty())
        reader.fail(u"values"_s, WantedValue::Kind::List);
    return thresholds;
}

BudgetsBySegment readBudgetsOf(JsonReader &reader)
{
    constexpr double least = 1e-9; // of what can be typed: above 0
    BudgetsBySegment budgets;
    const auto column = reader.exactText(u"column"_s);
    if (!column)
        reader.fail(u"column"_s, WantedValue::Kind::ColumnName);
    budgets.column = column.value_or(std::string());
    budgets.ownBudget = {needed(reader, u"budgetMs"_s, least, limits::longestWait)};
    reader.objects(u"values"_s, mostOwnBudgets, [&](JsonReader &inner) {
        const auto value = inner.exactText(u"value"_s);
        const bool twice =
                value && std::ranges::count(budgets.values, *value, &BudgetsBySegment::Own::value);
        if (!value || twice)
            inner.fail(u"value"_s, WantedValue::Kind::ColumnValue);
        budgets.values.push_back({value.value_or(std::string()),
                                  {needed(inner, u"budgetMs"_s, least, limits::longestWait)}});
    });
    if (budgets.values.empty())
        reader.fail(u"values"_s, WantedValue::Kind::List);
    return budgets;
}

} // namespace

void writeBudgets(QJsonObject &json, const std::optional<BudgetsBySegment> &budgets)
{
    if (!budgets)
        return;
    QJsonArray values;
    for (const BudgetsBySegment::Own &own : budgets->values)
        values.append(QJsonObject{{u"value"_s, QString::fromStdString(own.value)},
                                  {u"budgetMs"_s, own.budget.value}});
    json.insert(u"budgets"_s,
                QJsonObject{{u"column"_s, QString::fromStdString(budgets->column)},
                            {u"budgetMs"_s, budgets->ownBudget.value},
                            {u"values"_s, values}});
}

std::optional<BudgetsBySegment> readBudgets(JsonReader &reader)
{
    std::optional<BudgetsBySegment> budgets;
    reader.object(u"budgets"_s, [&budgets](JsonReader &inner) { budgets = readBudgetsOf(inner); });
    return budgets;
}

void writeCombination(QJsonObject &json, const std::optional<Combination> &combination)
{
    if (combination)
        json.insert(u"combination"_s, std::visit(CombinationWriter{}, *combination));
}

std::optional<Combination> readCombination(JsonReader &reader)
{
    std::optional<Combination> combination;
    reader.object(u"combination"_s, [&combination](JsonReader &inner) {
        const QString kind = inner.text(u"kind"_s);
        if (kind == u"cascade"_s)
            combination = readCascadeOf(inner);
        else if (kind == u"hedge"_s)
            combination = AskedAgain{{needed(inner, u"afterMs"_s, 0.0, limits::longestWait)}};
        else if (kind == u"mixture"_s)
            combination = readMixture(inner);
        else if (kind == u"thresholds"_s)
            combination = readThresholds(inner);
        else
            inner.fail(u"kind"_s,
                       {.kind = WantedValue::Kind::OneOf,
                        .words = {"cascade", "hedge", "mixture", "thresholds"}});
    });
    return combination;
}

} // namespace oneinn
