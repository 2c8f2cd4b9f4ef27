// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

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

/// From so many uses on sums stand for uses. Whole users, and users by day, then share groups by
/// chance where there are more than 4,096: see ClusterSums.
inline constexpr Eigen::Index fewestToGroup = 200000;

/// Which group each use is in. Refers to the rows.
class UseGroups {
public:
    /// Absent where uses are too few, or none is like another: users of one use each, and no days.
    static std::optional<UseGroups> of(const PairedRows &rows, Eigen::Index fewest = fewestToGroup);

    enum Kind : std::size_t { Users, Days, Both, Kinds };
    bool has(Kind kind) const { return m_groups[kind] > 0; }
    std::size_t groups(Kind kind) const { return m_groups[kind]; }
    std::size_t groupOf(Kind kind, Eigen::Index use) const;
    /// Which class of uses is asked about.
    enum Among : std::size_t { BadOnes, GoodOnes, AllOnes, Amongs };
    /// Users, or days, with such a use; the fewer of either.
    double clusters(Among among) const;
    ClusterOf clustersOf(Among among) const;
    double clustersOf(Kind kind) const { return m_clusters[kind][AllOnes]; }
    /// How many users, or days, with a use are in each group.
    const Eigen::ArrayXd &clustersByGroup(Kind kind) const { return m_byGroup[kind]; }
    const PairedRows &rows() const { return *m_rows; }

    /// Influences summed by group of a kind.
    using SumsOf = std::function<Eigen::ArrayXd(Kind)>;
    InfluenceSpread spread(const SumsOf &sums, Among among = AllOnes) const;
    /// Influences by use.
    InfluenceSpread spread(const Eigen::ArrayXd &influence) const;

private:
    explicit UseGroups(const PairedRows &rows)
        : m_rows(&rows)
    {
    }
    void add(Kind kind, const CodeColumn &codes);
    std::vector<std::uint8_t> seen(std::size_t end,
                                   const std::function<std::size_t(Eigen::Index)> &idOf, Kind kind);
    std::size_t groupOfCode(Kind kind, std::uint32_t code) const;

    const PairedRows *m_rows;
    std::array<std::size_t, Kinds> m_groups{};
    std::array<std::array<double, Amongs>, Kinds> m_clusters{};
    std::array<Eigen::ArrayXd, Kinds> m_byGroup;
    std::array<bool, Kinds> m_isHashed{};
    std::optional<PairIds> m_pairs;
};

} // namespace oneinn
