// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clusters/clustermoments.h"
#include "core/comparison/codedends.h"
#include "core/comparison/groupsums.h"
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

    enum Column : std::uint8_t {
        BadWeight,
        GoodWeight,
        BadGained, ///< right here and not with the other
        GoodGained,
        BadLost,
        GoodLost,
        Columns
    };
    /// By group: of parts of the waterfall, of the columns above, of what uses are worth.
    Eigen::ArrayXd parts(UseGroups::Kind kind, UseParts of) const;
    Eigen::ArrayXd column(UseGroups::Kind kind, Column column) const;
    Eigen::ArrayXd value(UseGroups::Kind kind) const;
    Eigen::ArrayXd weight(UseGroups::Kind kind) const;
    Tally tally(Column column) const;
    double allWeight() const { return tally(BadWeight).weight + tally(GoodWeight).weight; }

private:
    struct Pass;

    std::vector<Pass> codeUses(const UseOutcomes &outcomes, const Eigen::ArrayXd *staying,
                               const GroupedAnswers *other);
    void renumber(const Pass &all);
    /// How much of a use of each code is asked for: if its user is there, and if gone.
    struct Amounts {
        Eigen::VectorXd ifThere, ifGone;
    };
    template<typename AmountsOf> Amounts amounts(const AmountsOf &of) const;
    Eigen::ArrayXd summed(UseGroups::Kind kind, const Amounts &amounts) const;
    ClusterSums clusterSums(UseGroups::Kind kind, const std::vector<std::uint8_t> &shown) const;
    std::vector<std::uint8_t> idsShown(UseGroups::Kind kind, const Eigen::ArrayXd *staying) const;
    void findMoments(const Eigen::ArrayXd *staying);
    bool isRight(std::size_t use) const { return m_isRight[m_code[use]] != 0; }

    const UseGroups *m_groups;
    OutcomeValues m_values;
    std::vector<std::uint8_t> m_code; ///< by use, a place in m_ends
    std::vector<CodedEnd> m_ends;     ///< those there are
    std::vector<Tally> m_tallies;     ///< of each
    std::vector<std::uint8_t> m_isRight;
    std::optional<GroupSums> m_sums;
    std::shared_ptr<const ClusterMoments> m_moments;
    Waterfall m_waterfall;
    bool m_anyUnanswered = false;
    double m_value = 0.0;
};

} // namespace oneinn
