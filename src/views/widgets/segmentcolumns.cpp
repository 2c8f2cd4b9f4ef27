// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/segmentcolumns.h"

#include "core/predictions/predictions.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <tuple>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

/// So many rows of a table are looked through at once.
constexpr std::size_t fewValues = 20;
/// Of the values of a column so many are looked at.
constexpr std::size_t mostValuesRead = 50;

bool namesAGroup(const QString &name)
{
    static const QRegularExpression group(
            u"channel|countr|region|device|platform|segment|language|locale|categor|market|"
            "product|plan|tier|site|scanner|hospital|topic|source|browser|gender|age.?group"_s,
            QRegularExpression::CaseInsensitiveOption);
    return group.match(name).hasMatch();
}

/// By its name or by what stands in it.
bool tellsTime(const CategoryColumn &column)
{
    static const QRegularExpression name(
            u"(^|[^a-z])(day|date|week|month|hour|time|timestamp|year)s?([^a-z]|$)"_s,
            QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression date(
            uR"(^\d{4}-\d{1,2}(-\d{1,2})?|^\d{1,2}[./]\d{1,2}[./]\d{2,4}|^\d{1,2}:\d{2})"_s);
    if (name.match(QString::fromStdString(column.name)).hasMatch())
        return true;
    const std::size_t read = std::min(column.values.size(), mostValuesRead);
    return std::all_of(
            column.values.begin(), column.values.begin() + static_cast<std::ptrdiff_t>(read),
            [](const std::string &value) {
                return value.empty() || date.match(QString::fromStdString(value)).hasMatch();
            });
}

/// Less is sooner.
auto placeOf(const CategoryColumn &column)
{
    const std::size_t count = column.values.size();
    return std::tuple(tellsTime(column), count > fewValues,
                      !namesAGroup(QString::fromStdString(column.name)));
}

bool divides(const CategoryColumn &column)
{
    return column.values.size() > 1;
}

} // namespace

std::vector<std::string> segmentColumnsOf(const Predictions &predictions)
{
    std::vector<std::string> columns;
    for (const CategoryColumn &column : predictions.segments()) {
        if (divides(column))
            columns.push_back(column.name);
    }
    return columns;
}

std::size_t firstSegmentColumn(const Predictions &predictions)
{
    std::vector<const CategoryColumn *> columns;
    for (const CategoryColumn &column : predictions.segments()) {
        if (divides(column))
            columns.push_back(&column);
    }
    const auto first = std::ranges::min_element(
            columns, {}, [](const CategoryColumn *column) { return placeOf(*column); });
    return first == columns.end() ? 0 : static_cast<std::size_t>(first - columns.begin());
}

} // namespace oneinn
