// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/widgets/segmentcolumns.h"

#include "core/predictions/predictions.h"
#include "core/predictions/timecolumn.h"

#include <QRegularExpression>
#include <QString>

#include <algorithm>
#include <tuple>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

/// So many rows of a table are looked through at once.
constexpr std::size_t fewValues = 20;

bool namesAGroup(const QString &name)
{
    static const QRegularExpression group(
            u"channel|countr|region|device|platform|segment|language|locale|categor|market|"
            "product|plan|tier|site|scanner|hospital|topic|source|browser|gender|age.?group"_s,
            QRegularExpression::CaseInsensitiveOption);
    return group.match(name).hasMatch();
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
