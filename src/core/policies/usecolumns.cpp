// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/usecolumns.h"

#include "core/policies/valueofuses.h"

#include <array>
#include <cassert>
#include <cstddef>

namespace oneinn {

namespace {

UsePart partOf(bool good, UseDecision decision, OwnAnswer own)
{
    if (decision == UseDecision::Failed)
        return good ? UsePart::FailedGood : UsePart::FailedBad;
    if (decision == UseDecision::Shown)
        return good ? UsePart::RightShown : UsePart::WrongShown;
    if (good)
        return own == OwnAnswer::CutOffShown ? UsePart::MissedByLateness : UsePart::MissedByModel;
    return decision == UseDecision::Unanswered ? UsePart::UnansweredBad : UsePart::RightlySilent;
}

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
        m_ends[i] = {.part = partOf(good, decision, own),
                     .good = good,
                     .late = outcomes.late[i] != 0,
                     .unanswered = decision == UseDecision::Unanswered,
                     .failed = decision == UseDecision::Failed,
                     .decided = own == OwnAnswer::Decides};
        m_anyUnanswered = m_anyUnanswered || m_ends[i].unanswered;
        m_anyFailed = m_anyFailed || m_ends[i].failed;
    }
}

UsePart UseColumns::partIfGone(const Ends &ends)
{
    return ends.good ? UsePart::GoneGood : UsePart::GoneBad;
}

UsePart UseColumns::partByTime(const Ends &ends)
{
    if (ends.good)
        return ends.late ? UsePart::LateGood : UsePart::InTimeGood;
    return ends.late ? UsePart::LateBad : UsePart::InTimeBad;
}

UseParts UseColumns::partsIfThere(const Ends &ends)
{
    const bool unanswered = ends.good && ends.unanswered;
    return unanswered ? UseParts{ends.part, UsePart::UnansweredGood} : UseParts{ends.part};
}

Eigen::ArrayXd UseColumns::of(UseParts wanted) const
{
    Eigen::ArrayXd column(m_weight.size());
    for (Eigen::Index use = 0; use < column.size(); ++use) {
        const Ends &ends = m_ends[static_cast<std::size_t>(use)];
        const double staying = m_staying[use];
        column[use] = (wanted.intersects(partsIfThere(ends)) ? staying : 0.0)
                + (wanted.contains(partIfGone(ends)) ? 1.0 - staying : 0.0)
                + (!ends.failed && wanted.contains(partByTime(ends)) ? 1.0 : 0.0);
    }
    return column;
}

Waterfall UseColumns::waterfall() const
{
    Waterfall result;
    std::array<Pool, useParts> pools;
    std::array<Pool, 2> classes; // [good]
    for (std::size_t i = 0; i < m_ends.size(); ++i) {
        const Ends &ends = m_ends[i];
        const auto use = static_cast<Eigen::Index>(i);
        const double weight = m_weight[use];
        const double staying = m_staying[use];
        const Tally one{1.0, weight, weight * weight};
        if (ends.failed) {
            result[ends.part] += one;
            continue;
        }
        result[partByTime(ends)] += one;
        if (ends.decided) {
            pools[static_cast<std::size_t>(ends.part)].add(one, staying);
            classes[ends.good].add(one, staying);
            continue;
        }
        result[ends.part] += one.part(staying);
        if (ends.good && ends.unanswered)
            result[UsePart::UnansweredGood] += one.part(staying);
        result[partIfGone(ends)] += one.part(1.0 - staying);
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
