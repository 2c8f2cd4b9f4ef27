// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clusters/rowclusters.h"

#include <algorithm>

namespace oneinn {

ClusterIds::ClusterIds(const CategoryColumn &column)
    : m_codes(&column.codes)
    , m_values(static_cast<std::uint32_t>(column.values.size()))
    , m_nobody(column.codeOf({}))
    , m_end(column.values.size() + (m_nobody ? static_cast<std::size_t>(column.codes.size()) : 0))
{
}

PairIds::PairIds(std::size_t userEnd, std::size_t dayEnd)
    : m_dayEnd(dayEnd)
    , m_apart(dayEnd == 0 || userEnd <= mostApart / dayEnd)
    , m_end(m_apart ? userEnd * dayEnd : std::size_t{1} << groupBits)
{
}

CodeColumn codesOf(const std::optional<ClusterIds> &ids, const std::vector<std::uint32_t> &rows)
{
    CodeColumn codes(ids ? static_cast<Eigen::Index>(rows.size()) : 0);
    if (ids)
        std::transform(rows.begin(), rows.end(), codes.begin(),
                       [&](std::uint32_t row) { return ids->of(static_cast<Eigen::Index>(row)); });
    return codes;
}

RowClusters rowClusters(const Predictions &predictions)
{
    RowClusters clusters;
    if (predictions.rowsAlike() == RowsAlike::Never)
        return clusters;
    if (predictions.userId()) {
        clusters.users.emplace(*predictions.userId());
        if (predictions.rowsAlike() == RowsAlike::InGroups) {
            clusters.who = ClusterOf::Group;
            return clusters;
        }
    } else if (predictions.repeatsExamples()) {
        clusters.users.emplace(*predictions.exampleId());
        clusters.who = ClusterOf::Case;
        return clusters;
    }
    if (predictions.day() && predictions.day()->values.size() >= fewestDays)
        clusters.days.emplace(*predictions.day());
    return clusters;
}

} // namespace oneinn
