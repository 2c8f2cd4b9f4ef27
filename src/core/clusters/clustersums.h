// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ends/waterfall.h"

#include <Eigen/Core>

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <vector>

/// What uses add up to in each cluster.
namespace oneinn {

/// The cells of the model's own matrix, whoever would have left.
enum class OwnCell : std::uint8_t { Tp, Fp, Fn, Tn };

/// What is summed: the parts of the waterfall, and behind them the cells of the own matrix.
inline constexpr std::size_t clusterColumns = useParts + 4;

/// A set of these columns.
class ClusterColumns {
public:
    constexpr ClusterColumns() = default;
    constexpr ClusterColumns(UseParts parts)
    {
        for (std::size_t i = 0; i < useParts; ++i) {
            if (parts.contains(static_cast<UsePart>(i)))
                m_bits |= 1U << i;
        }
    }
    constexpr ClusterColumns(std::initializer_list<OwnCell> cells)
    {
        for (const OwnCell cell : cells)
            m_bits |= 1U << columnOf(cell);
    }
    static constexpr std::size_t columnOf(UsePart part) { return static_cast<std::size_t>(part); }
    static constexpr std::size_t columnOf(OwnCell cell)
    {
        return useParts + static_cast<std::size_t>(cell);
    }
    constexpr std::uint32_t bits() const { return m_bits; }
    constexpr bool contains(std::size_t column) const { return ((m_bits >> column) & 1U) != 0; }
    friend constexpr ClusterColumns operator|(ClusterColumns a, ClusterColumns b)
    {
        a.m_bits |= b.m_bits;
        return a;
    }
    friend constexpr bool operator==(ClusterColumns, ClusterColumns) = default;

private:
    std::uint32_t m_bits = 0;
};

/// How much of one use falls into a few columns.
class UseEntries {
public:
    void add(std::size_t column, double weight)
    {
        if (weight > 0.0)
            m_entries[m_size++] = {static_cast<std::uint32_t>(column), weight};
    }
    struct Entry {
        std::uint32_t column = 0;
        double weight = 0.0;
    };
    const Entry *begin() const { return m_entries.data(); }
    const Entry *end() const { return m_entries.data() + m_size; }

private:
    static constexpr std::size_t most = 5; ///< there, unanswered, gone, by time, own cell
    std::array<Entry, most> m_entries;
    std::size_t m_size = 0;
};

/// Of one kind of cluster.
class ClusterSums {
public:
    /// Above so many uses, and so many clusters, these are summed in groups of several, by chance:
    /// sums of whole clusters are as independent, and their squares add up to the same but for
    /// chance (a standard error of the variance of 2 of 100). They stay where memory is quick.
    static constexpr std::size_t mostUsesApart = 1000000;
    static constexpr std::size_t groups = 4096;

    explicit ClusterSums(std::size_t clusters = 0, bool mayGroup = false);
    /// Summed elsewhere: columns x groups; seen: by cluster, a column of each kind of use it has.
    ClusterSums(const Eigen::MatrixXd &byGroup, std::vector<std::uint32_t> seen, std::size_t uses);

    void add(std::size_t cluster, const UseEntries &use)
    {
        double *sums = &m_sums[groupOf(cluster) * clusterColumns];
        std::uint32_t seen = 0;
        for (const UseEntries::Entry &entry : use) {
            sums[entry.column] += entry.weight;
            seen |= 1U << entry.column;
        }
        m_seen[cluster] |= seen;
        ++m_uses;
    }
    /// Where clusters are many, memory is waited for longer than anything is added: to be called
    /// some uses ahead.
    void prefetch(std::size_t cluster) const
    {
        const double *sums = &m_sums[groupOf(cluster) * clusterColumns];
        __builtin_prefetch(sums, 1);
        __builtin_prefetch(sums + doublesALine, 1);
        __builtin_prefetch(sums + clusterColumns - 1, 1);
        __builtin_prefetch(&m_seen[cluster], 1);
    }
    /// Of the same clusters.
    ClusterSums &operator+=(const ClusterSums &other);

    /// Of all clusters, sum of the products of what they add up to in two columns.
    Eigen::MatrixXd products() const;
    /// By cluster, what it adds up to; absent where clusters are summed in groups.
    std::optional<Eigen::MatrixXd> columnsByCluster() const;
    /// By column, of each cluster or, where these are grouped, of each group.
    Eigen::Map<const Eigen::MatrixXd> columnsByGroup() const;
    double uses() const { return static_cast<double>(m_uses); }
    /// How many have something in one of the columns.
    double clustersIn(ClusterColumns columns) const;
    /// Every use is from a cluster of its own.
    bool isEachAlone() const;
    bool isGrouped() const { return m_isGrouped; }
    /// Its group where clusters are grouped: Knuth's multiplicative hash spreads neighbours.
    static constexpr std::size_t hashed(std::uint32_t cluster)
    {
        return (cluster * 2654435769U) >> 20U; // below `groups`
    }

private:
    static constexpr std::size_t doublesALine = 8;

    std::size_t groupOf(std::size_t cluster) const
    {
        return m_isGrouped ? hashed(static_cast<std::uint32_t>(cluster)) : cluster;
    }

    std::vector<double> m_sums;        ///< by group and column
    std::vector<std::uint32_t> m_seen; ///< by cluster, columns in which it has something
    std::size_t m_uses = 0;
    bool m_isGrouped = false;
};

} // namespace oneinn
