// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clusters/clustersums.h"

#include "core/eigenindex.h"

#include <algorithm>
#include <cassert>
#include <functional>
#include <utility>

namespace oneinn {

ClusterSums::ClusterSums(std::size_t clusters, bool mayGroup)
    : m_seen(clusters, 0)
    , m_isGrouped(mayGroup && clusters > groups)
{
    m_sums.resize((m_isGrouped ? groups : clusters) * clusterColumns, 0.0);
}

ClusterSums::ClusterSums(const Eigen::MatrixXd &byGroup, std::vector<std::uint32_t> seen,
                         std::size_t uses)
    : m_sums(byGroup.data(), byGroup.data() + byGroup.size())
    , m_seen(std::move(seen))
    , m_uses(uses)
    , m_isGrouped(m_sums.size() < m_seen.size() * clusterColumns)
{
    assert(byGroup.rows() == eigenIndex(clusterColumns));
}

ClusterSums &ClusterSums::operator+=(const ClusterSums &other)
{
    assert(m_seen.size() == other.m_seen.size());
    std::transform(m_sums.begin(), m_sums.end(), other.m_sums.begin(), m_sums.begin(),
                   std::plus<>());
    std::transform(m_seen.begin(), m_seen.end(), other.m_seen.begin(), m_seen.begin(),
                   std::bit_or<>());
    m_uses += other.m_uses;
    return *this;
}

Eigen::Map<const Eigen::MatrixXd> ClusterSums::columnsByGroup() const
{
    return {m_sums.data(), eigenIndex(clusterColumns), eigenIndex(m_sums.size() / clusterColumns)};
}

Eigen::MatrixXd ClusterSums::products() const
{
    const auto sums = columnsByGroup();
    return sums * sums.transpose();
}

std::optional<Eigen::MatrixXd> ClusterSums::columnsByCluster() const
{
    if (m_isGrouped)
        return std::nullopt;
    return Eigen::Map<const Eigen::MatrixXd>(m_sums.data(), eigenIndex(clusterColumns),
                                             eigenIndex(m_seen.size()));
}

double ClusterSums::clustersIn(ClusterColumns columns) const
{
    return static_cast<double>(std::count_if(m_seen.begin(), m_seen.end(), [&](std::uint32_t seen) {
        return (seen & columns.bits()) != 0;
    }));
}

bool ClusterSums::isEachAlone() const
{
    const auto used = std::count_if(m_seen.begin(), m_seen.end(),
                                    [](std::uint32_t seen) { return seen != 0; });
    return static_cast<std::size_t>(used) == m_uses;
}

} // namespace oneinn
