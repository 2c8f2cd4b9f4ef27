// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clusters/clustermoments.h"
#include "core/comparison/usegroups.h"
#include "core/ends/waterfall.h"
#include "core/policies/useoutcomes.h"

#include <Eigen/Core>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

/// Many uses in one pass for each way to answer them.
namespace oneinn {

/// What one way to answer makes of all uses.
class GroupedAnswers {
public:
    /// other: who the uses are also put to, so that flips are counted; may be null.
    GroupedAnswers(const UseGroups &groups, const UseOutcomes &outcomes, const UseTerms &terms,
                   const GroupedAnswers *other = nullptr);

    const UseGroups &groups() const { return *m_groups; }
    const Waterfall &waterfall() const { return m_waterfall; }
    bool anyUnanswered() const { return m_anyUnanswered; }
    const std::shared_ptr<const ClusterMoments> &moments() const { return m_moments; }
    double valuePerUse() const { return m_value; }
    /// 95 %, linearised.
    Interval valueInterval() const;

    /// Beside each other's sums.
    enum Column : Eigen::Index {
        BadWeight,
        GoodWeight,
        Value,
        BadGained, ///< right here and not with the other
        GoodGained,
        BadLost,
        GoodLost,
        Columns
    };
    /// By column and group: of parts of the waterfall, and of the columns above.
    Eigen::ArrayXd parts(UseGroups::Kind kind, UseParts of) const;
    Eigen::ArrayXd column(UseGroups::Kind kind, Column column) const
    {
        return m_sums[kind].row(column).transpose().array();
    }
    Eigen::ArrayXd weight(UseGroups::Kind kind) const
    {
        return column(kind, BadWeight) + column(kind, GoodWeight);
    }
    const Tally &tally(Column column) const { return m_tallies[static_cast<std::size_t>(column)]; }
    double allWeight() const { return tally(BadWeight).weight + tally(GoodWeight).weight; }

private:
    struct Pass;
    class Taking;

    const UseGroups *m_groups;
    std::vector<std::uint8_t> m_isRight; ///< by use
    std::optional<ClusterTallies> m_clusters;
    std::shared_ptr<const ClusterMoments> m_moments;
    Waterfall m_waterfall;
    bool m_anyUnanswered = false;
    double m_value = 0.0;
    std::array<Eigen::MatrixXd, UseGroups::Kinds> m_sums;
    std::array<Tally, Columns> m_tallies; ///< Value: none
};

} // namespace oneinn
