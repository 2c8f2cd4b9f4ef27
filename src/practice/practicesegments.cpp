// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "practice/practicesegments.h"

#include "core/assessment.h"
#include "core/predictions/budgetslice.h"
#include "core/segments/segmenttable.h"
#include "wording/names.h"

#include <algorithm>
#include <vector>

namespace oneinn {

using namespace Qt::StringLiterals;

namespace {

constexpr double smallestPart = 0.05;

std::vector<std::size_t> usesByValue(const PredictionIndex &index, const CategoryColumn &column)
{
    std::vector<std::size_t> uses(column.values.size());
    for (std::size_t place = 0; place < index.rows(); ++place)
        ++uses[column.codes[index.order().row(place)]];
    return uses;
}

AskedSegment segmentOf(const CategoryColumn &column, const std::vector<std::size_t> &uses,
                       std::size_t all)
{
    std::size_t asked = std::size_t(std::ranges::max_element(uses) - uses.begin());
    std::size_t values = 0;
    for (std::size_t code = 0; code < uses.size(); ++code) {
        values += uses[code] > 0 ? 1 : 0;
        if (double(uses[code]) >= smallestPart * double(all) && uses[code] < uses[asked]
            && !column.values[code].empty())
            asked = code;
    }
    return {column.name, column.values[asked], values, double(uses[asked]) / double(all)};
}

/// Of which more is wrong than elsewhere for sure, the surest; absent: nobody knows of any.
std::optional<AskedSegment> moreWrong(const report::AnswerMaterial &material)
{
    if (!material.segments || material.segments->table->by.columns.size() != 1)
        return std::nullopt;
    const SegmentTable &table = *material.segments->table;
    const SegmentRow *most = nullptr;
    for (const SegmentRow &row : table.rows) {
        const auto *wrong = row.of(Share::WrongOfShown);
        if (wrong && wrong->differs == SegmentDifference::Higher
            && (!most || wrong->p < most->of(Share::WrongOfShown)->p))
            most = &row;
    }
    if (!most)
        return std::nullopt;
    return AskedSegment{table.by.columns.front(), most->values.front(), table.rows.size(),
                        most->shareOfUses};
}

} // namespace

std::optional<AskedSegment> askedSegment(const report::AnswerMaterial &material)
{
    if (auto known = moreWrong(material))
        return known;
    const auto &slice = material.assessment.slice;
    if (!slice || slice->index().rows() == 0)
        return std::nullopt;
    const PredictionIndex &index = slice->index();
    const auto &day = index.predictions()->day();
    for (const CategoryColumn &column : index.predictions()->segments()) {
        if (day && day->name == column.name)
            continue; // when it was, and not what
        const AskedSegment segment = segmentOf(column, usesByValue(index, column), index.rows());
        if (segment.values > 1)
            return segment;
    }
    return std::nullopt;
}

QString columnSaid(const AskedSegment &segment)
{
    return wording::quotedName(segment.column);
}

QString whereSaid(const AskedSegment &segment)
{
    return segment.value.empty()
            ? u"where %1 is empty"_s.arg(columnSaid(segment))
            : u"where %1 is %2"_s.arg(columnSaid(segment), wording::quotedName(segment.value));
}

} // namespace oneinn
