// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "presets/conditionjson.h"

#include <algorithm>

namespace oneinn {

using namespace Qt::StringLiterals;

QString matchKey(Selection::Match match)
{
    switch (match) {
    case Selection::Match::Before:
        return u"before"_s;
    case Selection::Match::From:
        return u"from"_s;
    case Selection::Match::Is:
        break;
    }
    return {};
}

QJsonArray conditionsJson(const std::vector<Selection::Where> &where)
{
    QJsonArray conditions;
    for (const Selection::Where &each : where) {
        QJsonObject condition{{u"column"_s, QString::fromStdString(each.column)},
                              {u"value"_s, QString::fromStdString(each.value)}};
        if (each.match != Selection::Match::Is)
            condition.insert(u"match"_s, matchKey(each.match));
        conditions.append(condition);
    }
    return conditions;
}

Selection::Where readCondition(JsonReader &reader)
{
    const auto column = reader.exactText(u"column"_s);
    const auto value = reader.exactText(u"value"_s);
    if (!column)
        reader.fail(u"column"_s, WantedValue::Kind::ColumnName);
    if (!value)
        reader.fail(u"value"_s, WantedValue::Kind::ColumnValue);
    Selection::Where where{column.value_or(std::string()), value.value_or(std::string())};
    const QString match = reader.text(u"match"_s);
    if (match == matchKey(Selection::Match::Before))
        where.match = Selection::Match::Before;
    else if (match == matchKey(Selection::Match::From))
        where.match = Selection::Match::From;
    else if (!match.isEmpty())
        reader.fail(u"match"_s, {.kind = WantedValue::Kind::OneOf, .words = {"before", "from"}});
    return where;
}

bool anyOrdered(const std::vector<Selection::Where> &where)
{
    return std::ranges::any_of(
            where, [](const Selection::Where &each) { return each.match != Selection::Match::Is; });
}

} // namespace oneinn
