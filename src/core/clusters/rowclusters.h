// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/metrics/proportion.h"
#include "core/predictions/predictions.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// Which rows are alike because they come from one user, or from one day.
namespace oneinn {

/// What rows are grouped by, one choice for a file.
enum class ClusterSource : std::uint8_t { Rows, Users, Days, UsersAndDays, Cases, Groups };

constexpr ClusterSource clusterSource(bool users, bool days)
{
    if (users)
        return days ? ClusterSource::UsersAndDays : ClusterSource::Users;
    return days ? ClusterSource::Days : ClusterSource::Rows;
}

/// One kind of cluster: which one each row is from. Refers to a column of the predictions. Rows of
/// an empty cell are nobody's, and each is alone.
class ClusterIds {
public:
    explicit ClusterIds(const CategoryColumn &column);

    std::uint32_t of(Eigen::Index row) const
    {
        const std::uint32_t code = (*m_codes)[row];
        return m_nobody == code ? m_values + static_cast<std::uint32_t>(row) : code;
    }
    void prefetch(Eigen::Index row) const { __builtin_prefetch(m_codes->data() + row); }
    /// Ids are below it; not each need be in use.
    std::size_t end() const { return m_end; }

private:
    const CodeColumn *m_codes;
    std::uint32_t m_values;
    std::optional<std::uint32_t> m_nobody;
    std::size_t m_end;
};

/// Ids of users by day. Above so many that they would take much memory, several share one, by
/// chance: for sums over them that makes no difference but chance.
class PairIds {
public:
    PairIds(std::size_t userEnd, std::size_t dayEnd);

    std::size_t of(std::size_t user, std::size_t day) const
    {
        const std::uint64_t pair = static_cast<std::uint64_t>(user) * m_dayEnd + day;
        return static_cast<std::size_t>(m_apart ? pair : (pair * 0x9e3779b97f4a7c15U) >> shift);
    }
    std::size_t end() const { return m_end; }

    static constexpr std::size_t mostApart = 8192;

private:
    static constexpr unsigned groupBits = 12;
    static constexpr unsigned shift = 64 - groupBits;

    std::size_t m_dayEnd;
    bool m_apart;
    std::size_t m_end;
};

/// Days divide rows where there are at least so many: fewer do not tell how days differ.
inline constexpr std::size_t fewestDays = 6;

struct RowClusters {
    std::optional<ClusterIds> users;
    std::optional<ClusterIds> days;
    /// What `users` are: cases where nobody says whose uses they are, but which ask the same again.
    ClusterOf who = ClusterOf::User;

    ClusterSource source() const
    {
        switch (who) {
        case ClusterOf::Case:
            return ClusterSource::Cases;
        case ClusterOf::Group:
            return ClusterSource::Groups;
        case ClusterOf::User:
        case ClusterOf::Day:
            break;
        }
        return clusterSource(users.has_value(), days.has_value());
    }
};
/// By user id where there is one, and by day where there are enough of these. Without user ids, by
/// case where one is asked again, and by group where the ids are groups; then not by day as well.
/// By nothing where rows are never alike (RowsAlike). Refers to the predictions.
RowClusters rowClusters(const Predictions &predictions);
/// Of some rows, in their order; empty without ids.
CodeColumn codesOf(const std::optional<ClusterIds> &ids, const std::vector<std::uint32_t> &rows);

} // namespace oneinn
