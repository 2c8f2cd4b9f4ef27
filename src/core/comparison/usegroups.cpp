// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/usegroups.h"

#include "core/eigenindex.h"
#include "core/parallel.h"

#include <algorithm>
#include <vector>

namespace oneinn {

namespace {

InfluenceSpread spreadOfGroups(const Eigen::ArrayXd &sums, double clusters)
{
    InfluenceSpread spread = spreadOfUnits(sums);
    spread.clusters = clusters;
    spread.variance = clusters < 2.0 ? 0.0 : clusters / (clusters - 1.0) * sums.square().sum();
    return spread;
}

} // namespace

namespace {

std::optional<std::array<double, 2>> weightByClassOf(const PairedRows &rows)
{
    std::array<double, 2> weight{0.0, 0.0}; // none of its class
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        double &ofClass = weight[rows.label[use] != 0 ? 1 : 0];
        if (ofClass == 0.0)
            ofClass = rows.weight[use];
        if (ofClass != rows.weight[use])
            return std::nullopt;
    }
    return weight;
}

} // namespace

std::optional<UseGroups> UseGroups::of(const PairedRows &rows, Eigen::Index fewest,
                                       std::size_t mostApart)
{
    const bool users = rows.user.size() > 0;
    const bool days = rows.day.size() > 0;
    if (rows.uses() < std::max<Eigen::Index>(fewest, 1) || (!users && !days))
        return std::nullopt;
    UseGroups groups(rows, static_cast<std::size_t>(rows.uses()) > mostApart);
    const std::size_t userEnd = users ? std::size_t{rows.user.maxCoeff()} + 1 : 0;
    const std::size_t dayEnd = days ? std::size_t{rows.day.maxCoeff()} + 1 : 0;
    if (users)
        groups.add(Users, userEnd);
    if (days)
        groups.add(Days, dayEnd);
    if (groups.clusters(AllOnes) >= static_cast<double>(rows.uses()))
        return std::nullopt;
    groups.m_weightByClass = weightByClassOf(rows);
    if (users && days) {
        groups.m_pairs.emplace(userEnd, dayEnd);
        groups.add(Both, groups.m_pairs->end());
    }
    return groups;
}

void UseGroups::add(Kind kind, std::size_t end)
{
    std::vector<std::uint8_t> &classes = m_classes[kind];
    classes.assign(end, 0);
    for (Eigen::Index use = 0; use < m_rows->uses(); ++use) {
        std::uint8_t &has = classes[idOf(kind, use)];
        has = static_cast<std::uint8_t>(has | (m_rows->label[use] != 0 ? 2U : 1U));
    }
    const auto with = [&classes](unsigned wanted) {
        return static_cast<double>(std::ranges::count_if(
                classes, [wanted](std::uint8_t one) { return (one & wanted) != 0; }));
    };
    m_clusters[kind] = {with(1U), with(2U), with(3U)};
    m_isHashed[kind] = m_mayShare && end > ClusterSums::groups;
    m_groups[kind] = m_isHashed[kind] ? ClusterSums::groups : end;
    m_byGroup[kind].setZero(eigenIndex(m_groups[kind]));
    for (std::size_t id = 0; id < end; ++id) {
        if (classes[id] != 0)
            m_byGroup[kind][eigenIndex(groupOfId(kind, id))] += 1.0;
    }
}

std::size_t UseGroups::idOf(Kind kind, Eigen::Index use) const
{
    if (kind == Both)
        return m_pairs->of(m_rows->user[use], m_rows->day[use]);
    return kind == Users ? m_rows->user[use] : m_rows->day[use];
}

std::size_t UseGroups::groupOf(Kind kind, Eigen::Index use) const
{
    return groupOfId(kind, idOf(kind, use));
}

std::size_t UseGroups::groupOfId(Kind kind, std::size_t id) const
{
    return m_isHashed[kind] ? ClusterSums::hashed(static_cast<std::uint32_t>(id)) : id;
}

void UseGroups::groupsOf(Kind kind, std::size_t begin, std::size_t count,
                         std::uint32_t *group) const
{
    const std::uint32_t *user = m_rows->user.size() > 0 ? m_rows->user.data() + begin : nullptr;
    const std::uint32_t *day = m_rows->day.size() > 0 ? m_rows->day.data() + begin : nullptr;
    if (kind == Both) {
        for (std::size_t i = 0; i < count; ++i)
            group[i] = static_cast<std::uint32_t>(m_pairs->of(user[i], day[i]));
    } else {
        std::copy_n(kind == Users ? user : day, count, group);
    }
    if (!m_isHashed[kind])
        return;
    for (std::size_t i = 0; i < count; ++i)
        group[i] = static_cast<std::uint32_t>(ClusterSums::hashed(group[i]));
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
