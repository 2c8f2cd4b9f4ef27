// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clusters/clustersums.h"
#include "core/clusters/influencespread.h"
#include "core/clusters/rowclusters.h"
#include "core/metrics/proportion.h"
#include "core/policies/pairedrows.h"

#include <Eigen/Core>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

/// Many uses, summed by groups of users and days in one pass: all that is asked of them then comes
/// from a few thousand sums.
namespace oneinn {

/// From so many uses on sums stand for uses. Above ClusterSums::mostUsesApart whole users, and
/// users by day, then share groups by chance where there are more than 4,096: see ClusterSums.
inline constexpr Eigen::Index fewestToGroup = 200000;

/// Which group each use is in. Refers to the rows.
class UseGroups {
public:
    /// Absent where uses are too few, or none is like another: users of one use each, and no days.
    /// mostApart: of more uses, users and pairs may share a group.
    static std::optional<UseGroups> of(const PairedRows &rows, Eigen::Index fewest = fewestToGroup,
                                       std::size_t mostApart = ClusterSums::mostUsesApart);

    enum Kind : std::size_t { Users, Days, Both, Kinds };
    bool has(Kind kind) const { return m_groups[kind] > 0; }
    std::size_t groups(Kind kind) const { return m_groups[kind]; }
    std::size_t groupOf(Kind kind, Eigen::Index use) const;
    /// Of count uses from `begin` on.
    void groupsOf(Kind kind, std::size_t begin, std::size_t count, std::uint32_t *group) const;
    /// Which user, day or pair: several may share a group.
    std::size_t idOf(Kind kind, Eigen::Index use) const;
    bool isHashed(Kind kind) const { return m_isHashed[kind]; }
    /// By id, 1 where it has a bad use and 2 where it has a good one.
    const std::vector<std::uint8_t> &classesById(Kind kind) const { return m_classes[kind]; }
    /// Which class of uses is asked about.
    enum Among : std::size_t { BadOnes, GoodOnes, AllOnes, Amongs };
    /// Users, or days, with such a use; the fewer of either.
    double clusters(Among among) const;
    ClusterOf clustersOf(Among among) const;
    double clustersOf(Kind kind) const { return m_clusters[kind][AllOnes]; }
    /// How many users, or days, with a use are in each group.
    const Eigen::ArrayXd &clustersByGroup(Kind kind) const { return m_byGroup[kind]; }
    const PairedRows &rows() const { return *m_rows; }
    /// Of bad and of good uses, where all of a class weigh the same.
    const std::optional<std::array<double, 2>> &weightByClass() const { return m_weightByClass; }

    /// Influences summed by group of a kind.
    using SumsOf = std::function<Eigen::ArrayXd(Kind)>;
    InfluenceSpread spread(const SumsOf &sums, Among among = AllOnes) const;
    /// Influences by use.
    InfluenceSpread spread(const Eigen::ArrayXd &influence) const;

private:
    UseGroups(const PairedRows &rows, bool mayShare)
        : m_rows(&rows)
        , m_mayShare(mayShare)
    {
    }
    void add(Kind kind, std::size_t end);
    std::size_t groupOfId(Kind kind, std::size_t id) const;

    const PairedRows *m_rows;
    bool m_mayShare;
    std::array<std::size_t, Kinds> m_groups{};
    std::array<std::array<double, Amongs>, Kinds> m_clusters{};
    std::array<Eigen::ArrayXd, Kinds> m_byGroup;
    std::array<std::vector<std::uint8_t>, Kinds> m_classes;
    std::array<bool, Kinds> m_isHashed{};
    std::optional<PairIds> m_pairs;
    std::optional<std::array<double, 2>> m_weightByClass;
};

} // namespace oneinn
