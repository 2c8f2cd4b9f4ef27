// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/usegroups.h"

#include "core/clusters/clustersums.h"
#include "core/eigenindex.h"
#include "core/parallel.h"

#include <algorithm>
#include <vector>

namespace oneinn {

namespace {

/// Knuth's multiplicative hash: neighbours in the file are spread.
std::size_t hashed(std::uint32_t code)
{
    constexpr unsigned shift = 20; // leaves numbers below ClusterSums::groups
    return (code * 2654435769U) >> shift;
}

InfluenceSpread spreadOfGroups(const Eigen::ArrayXd &sums, double clusters)
{
    InfluenceSpread spread = spreadOfUnits(sums);
    spread.clusters = clusters;
    spread.variance = clusters < 2.0 ? 0.0 : clusters / (clusters - 1.0) * sums.square().sum();
    return spread;
}

} // namespace

std::optional<UseGroups> UseGroups::of(const PairedRows &rows, Eigen::Index fewest)
{
    const bool users = rows.user.size() > 0;
    const bool days = rows.day.size() > 0;
    if (rows.uses() < std::max<Eigen::Index>(fewest, 1) || (!users && !days))
        return std::nullopt;
    UseGroups groups(rows);
    if (users)
        groups.add(Users, rows.user);
    if (days)
        groups.add(Days, rows.day);
    if (groups.clusters(AllOnes) >= static_cast<double>(rows.uses()))
        return std::nullopt;
    if (users && days) {
        groups.m_pairs.emplace(std::size_t{rows.user.maxCoeff()} + 1,
                               std::size_t{rows.day.maxCoeff()} + 1);
        groups.m_groups[Both] = groups.m_pairs->end();
        groups.seen(
                groups.m_pairs->end(),
                [&groups](Eigen::Index use) { return groups.groupOf(Both, use); }, Both);
    }
    return groups;
}

/// By id, 1 where it has a bad use and 2 where it has a good one.
std::vector<std::uint8_t> UseGroups::seen(std::size_t end,
                                          const std::function<std::size_t(Eigen::Index)> &idOf,
                                          Kind kind)
{
    std::vector<std::uint8_t> seen(end, 0);
    for (Eigen::Index use = 0; use < m_rows->uses(); ++use)
        seen[idOf(use)] |= m_rows->label[use] != 0 ? 2U : 1U;
    const auto with = [&seen](unsigned classes) {
        return static_cast<double>(std::ranges::count_if(
                seen, [classes](std::uint8_t one) { return (one & classes) != 0; }));
    };
    m_clusters[kind] = {with(1U), with(2U), with(3U)};
    return seen;
}

void UseGroups::add(Kind kind, const CodeColumn &codes)
{
    const std::vector<std::uint8_t> ids = seen(
            std::size_t{codes.maxCoeff()} + 1,
            [&codes](Eigen::Index use) -> std::size_t { return codes[use]; }, kind);
    m_groups[kind] = std::min(ids.size(), ClusterSums::groups);
    m_isHashed[kind] = ids.size() > ClusterSums::groups;
    m_byGroup[kind].setZero(eigenIndex(m_groups[kind]));
    for (std::size_t code = 0; code < ids.size(); ++code) {
        if (ids[code] != 0)
            m_byGroup[kind][eigenIndex(groupOfCode(kind, static_cast<std::uint32_t>(code)))] += 1.0;
    }
}

std::size_t UseGroups::groupOf(Kind kind, Eigen::Index use) const
{
    if (kind == Both)
        return m_pairs->of(m_rows->user[use], m_rows->day[use]);
    return groupOfCode(kind, kind == Users ? m_rows->user[use] : m_rows->day[use]);
}

std::size_t UseGroups::groupOfCode(Kind kind, std::uint32_t code) const
{
    return m_isHashed[kind] ? hashed(code) : code;
}

ClusterOf UseGroups::clustersOf(Among among) const
{
    const bool byDay =
            !has(Users) || (has(Days) && m_clusters[Days][among] < m_clusters[Users][among]);
    return byDay ? ClusterOf::Day : ClusterOf::User;
}

double UseGroups::clusters(Among among) const
{
    return m_clusters[clustersOf(among) == ClusterOf::Day ? Days : Users][among];
}

InfluenceSpread UseGroups::spread(const SumsOf &sums, Among among) const
{
    const auto by = [&](Kind kind) { return spreadOfGroups(sums(kind), m_clusters[kind][among]); };
    if (has(Both))
        return combined(by(Users), by(Days), by(Both));
    return by(has(Users) ? Users : Days);
}

InfluenceSpread UseGroups::spread(const Eigen::ArrayXd &influence) const
{
    constexpr unsigned passThreads = 2;
    std::array<std::array<Eigen::ArrayXd, Kinds>, passThreads> sums;
    for (auto &part : sums) {
        for (const Kind kind : {Users, Days, Both})
            part[kind].setZero(eigenIndex(groups(kind)));
    }
    inParts(static_cast<std::size_t>(influence.size()), passThreads,
            [&](unsigned part, std::size_t begin, std::size_t end) {
                for (const Kind kind : {Users, Days, Both}) {
                    if (!has(kind))
                        continue;
                    for (Eigen::Index use = eigenIndex(begin); use < eigenIndex(end); ++use)
                        sums[part][kind][eigenIndex(groupOf(kind, use))] += influence[use];
                }
            });
    return spread([&](Kind kind) -> Eigen::ArrayXd { return sums[0][kind] + sums[1][kind]; });
}

} // namespace oneinn
