// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/usecolumns.h"

#include "core/policies/valueofuses.h"

#include <array>
#include <cassert>
#include <cstddef>

namespace oneinn {

namespace {

/// Uses decided by their own answer that end alike, as an index sums them.
struct Pool {
    Tally all;
    double staying = 0.0;

    void add(const Tally &one, double share)
    {
        all += one;
        staying += one.weight * share;
    }
};

} // namespace

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
        m_anyFailed = m_anyFailed || decision == UseDecision::Failed;
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
    Waterfall result;
    std::array<Pool, useParts> pools;
    std::array<Pool, 2> classes; // [good]
    for (std::size_t i = 0; i < m_ends.size(); ++i) {
        const EndParts &ends = m_ends[i].parts;
        const bool good = goodUses.contains(ends.ifThere);
        const auto use = static_cast<Eigen::Index>(i);
        const double weight = m_weight[use];
        const double staying = m_staying[use];
        const Tally one{1.0, weight, weight * weight};
        if (!ends.byTime) {
            result[ends.ifThere] += one;
            continue;
        }
        result[*ends.byTime] += one;
        result.leaving(good).add(one.squaredWeight, 1.0 - staying);
        if (m_ends[i].decided) {
            pools[static_cast<std::size_t>(ends.ifThere)].add(one, staying);
            classes[good].add(one, staying);
            continue;
        }
        result[ends.ifThere] += one.part(staying);
        if (ends.unansweredGood)
            result[UsePart::UnansweredGood] += one.part(staying);
        result[ends.ifGone] += one.part(1.0 - staying);
    }
    for (std::size_t i = 0; i < pools.size(); ++i)
        result[static_cast<UsePart>(i)] += pools[i].all.partWeighing(pools[i].staying);
    for (const bool good : {false, true}) {
        const Pool &all = classes[good];
        result[good ? UsePart::GoneGood : UsePart::GoneBad] +=
                all.all.partWeighing(all.all.weight - all.staying);
    }
    return result;
}

} // namespace oneinn
