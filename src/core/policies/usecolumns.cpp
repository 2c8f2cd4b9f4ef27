// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/usecolumns.h"

#include "core/policies/valueofuses.h"

#include <cassert>
#include <cstddef>

namespace oneinn {

UseColumns::UseColumns(const PairedRows &rows, const UseOutcomes &outcomes,
                       const PatienceCurve &patience)
    : m_weight(rows.weight)
    , m_staying(patience.everyoneWaits() ? Eigen::ArrayXd(Eigen::ArrayXd::Ones(rows.uses()))
                                         : stillThere(outcomes, patience))
    , m_ends(static_cast<std::size_t>(rows.uses()))
{
    assert(outcomes.decision.size() == m_ends.size());
    for (std::size_t i = 0; i < m_ends.size(); ++i) {
        const OwnAnswer own = outcomes.own.empty() ? OwnAnswer::Decides : outcomes.own[i];
        const bool good = rows.label[static_cast<Eigen::Index>(i)] != 0;
        const UseDecision decision = outcomes.decision[i];
        m_ends[i] = {.parts = endParts(good, decision, outcomes.late[i] != 0, own),
                     .decided = own == OwnAnswer::Decides};
        m_anyUnanswered = m_anyUnanswered || decision == UseDecision::Unanswered;
        m_anyLost = m_anyLost || isLost(decision);
    }
}

UseColumns::UseColumns(const std::vector<SummedEnd> &ends)
    : m_weight(static_cast<Eigen::Index>(ends.size()))
    , m_staying(static_cast<Eigen::Index>(ends.size()))
    , m_ends(ends.size())
{
    for (std::size_t i = 0; i < ends.size(); ++i) {
        const SummedEnd &use = ends[i];
        m_weight[static_cast<Eigen::Index>(i)] = use.weight;
        m_staying[static_cast<Eigen::Index>(i)] = use.staying;
        m_ends[i] = {.parts = use.parts, .decided = use.decided};
        m_anyUnanswered = m_anyUnanswered || use.parts.unansweredGood
                || use.parts.ifThere == UsePart::UnansweredBad;
        m_anyLost = m_anyLost || lostUses.contains(use.parts.ifThere);
    }
}

Eigen::ArrayXd UseColumns::of(UseParts wanted) const
{
    Eigen::ArrayXd column(m_weight.size());
    for (Eigen::Index use = 0; use < column.size(); ++use) {
        const EndParts &ends = parts(use);
        const double staying = m_staying[use];
        const bool ifThere = wanted.contains(ends.ifThere)
                || (ends.unansweredGood && wanted.contains(UsePart::UnansweredGood));
        column[use] = (ifThere ? staying : 0.0)
                + (wanted.contains(ends.ifGone) ? 1.0 - staying : 0.0)
                + (ends.byTime && wanted.contains(*ends.byTime) ? 1.0 : 0.0);
    }
    return column;
}

Waterfall UseColumns::waterfall() const
{
    WaterfallSums sums;
    for (std::size_t i = 0; i < m_ends.size(); ++i) {
        const auto use = static_cast<Eigen::Index>(i);
        sums.add({m_ends[i].parts, m_weight[use], m_staying[use], m_ends[i].decided});
    }
    return sums.waterfall();
}

} // namespace oneinn
