// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/groupedanswers.h"

#include "core/eigenindex.h"
#include "core/ends/endparts.h"
#include "core/ends/waterfallsums.h"
#include "core/parallel.h"
#include "core/policies/valueofuses.h"
#include "core/rowends.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <utility>

namespace oneinn {

namespace {

/// Fixed, so that sums round the same on every machine.
constexpr unsigned sumThreads = 2;

bool isRightIn(const EndParts &parts)
{
    return parts.ifThere == UsePart::RightShown || parts.ifThere == UsePart::RightlySilent;
}

std::optional<std::size_t> pastCodes(const CodeColumn &codes)
{
    return codes.size() > 0 ? std::optional(std::size_t{codes.maxCoeff()} + 1) : std::nullopt;
}

} // namespace

/// Of one thread.
struct GroupedAnswers::Pass {
    ClusterTallies clusters;
    WaterfallSums ends;
    std::array<Eigen::MatrixXd, UseGroups::Kinds> sums;
    std::array<Tally, Columns> tallies;
    bool anyUnanswered = false;

    Pass &operator+=(const Pass &other)
    {
        clusters += other.clusters;
        ends += other.ends;
        for (std::size_t kind = 0; kind < sums.size(); ++kind)
            sums[kind] += other.sums[kind];
        for (std::size_t column = 0; column < tallies.size(); ++column)
            tallies[column] += other.tallies[column];
        anyUnanswered = anyUnanswered || other.anyUnanswered;
        return *this;
    }
};

/// Adds uses to a pass.
class GroupedAnswers::Taking {
public:
    Taking(GroupedAnswers &answers, const UseOutcomes &outcomes, const UseTerms &terms,
           const GroupedAnswers *other)
        : m_answers(answers)
        , m_groups(*answers.m_groups)
        , m_rows(m_groups.rows())
        , m_outcomes(outcomes)
        , m_terms(terms)
        , m_other(other)
    {
    }

    Pass nothing() const
    {
        Pass pass{.clusters = {pastCodes(m_rows.user), pastCodes(m_rows.day),
                               static_cast<std::size_t>(m_rows.uses())},
                  .ends = {},
                  .sums = {},
                  .tallies = {}};
        for (const auto kind : {UseGroups::Users, UseGroups::Days, UseGroups::Both})
            pass.sums[kind].setZero(Columns, eigenIndex(m_groups.groups(kind)));
        return pass;
    }

    /// A few uses: what they add up to is fetched while the ends of others are worked out.
    void add(Pass &pass, std::size_t begin, std::size_t end) const
    {
        std::array<UseEntries, usesAtOnce> entries;
        for (std::size_t i = begin; i < end; ++i) {
            const auto use = eigenIndex(i);
            pass.clusters.prefetch(userOf(use), dayOf(use));
            entries[i - begin] = add(pass, use);
        }
        for (std::size_t i = begin; i < end; ++i)
            pass.clusters.add(userOf(eigenIndex(i)), dayOf(eigenIndex(i)), entries[i - begin]);
    }

    static constexpr std::size_t usesAtOnce = 64;

private:
    std::size_t userOf(Eigen::Index use) const
    {
        return m_rows.user.size() > 0 ? m_rows.user[use] : 0;
    }
    std::size_t dayOf(Eigen::Index use) const
    {
        return m_rows.day.size() > 0 ? m_rows.day[use] : 0;
    }

    UseEntries add(Pass &pass, Eigen::Index use) const
    {
        const auto i = static_cast<std::size_t>(use);
        const bool good = m_rows.label[use] != 0;
        const OwnAnswer own = m_outcomes.own.empty() ? OwnAnswer::Decides : m_outcomes.own[i];
        const UseDecision decision = m_outcomes.decision[i];
        const double wait = m_outcomes.wait[use];
        const double staying = m_terms.patience.everyoneWaits() || std::isnan(wait)
                ? 1.0
                : m_terms.patience.stillWaiting({wait});
        const double weight = m_rows.weight[use];
        const EndParts parts = endParts(good, decision, m_outcomes.late[i] != 0, own);
        pass.anyUnanswered = pass.anyUnanswered || decision == UseDecision::Unanswered;
        pass.ends.add({parts, weight, staying, own == OwnAnswer::Decides});
        UseEntries entries;
        addEnd(entries, parts, weight, staying);
        m_answers.m_isRight[i] = isRightIn(parts) ? 1 : 0;
        const Column flip = flipOf(i, good);
        const double value = valueOfUse(m_terms.values, decision, good, staying);
        addTallies(pass, good, flip, weight);
        for (const auto kind : {UseGroups::Users, UseGroups::Days, UseGroups::Both}) {
            if (!m_groups.has(kind))
                continue;
            auto sums = pass.sums[kind].col(eigenIndex(m_groups.groupOf(kind, use)));
            sums[good ? GoodWeight : BadWeight] += weight;
            sums[Value] += weight * value;
            if (flip != Columns)
                sums[flip] += weight;
        }
        return entries;
    }
    /// Columns: no flip.
    Column flipOf(std::size_t use, bool good) const
    {
        const bool here = m_answers.m_isRight[use] != 0;
        if (!m_other || here == (m_other->m_isRight[use] != 0))
            return Columns;
        if (here)
            return good ? GoodGained : BadGained;
        return good ? GoodLost : BadLost;
    }
    static void addTallies(Pass &pass, bool good, Column flip, double weight)
    {
        const Tally one{1.0, weight, weight * weight};
        pass.tallies[good ? GoodWeight : BadWeight] += one;
        if (flip != Columns)
            pass.tallies[static_cast<std::size_t>(flip)] += one;
    }

    GroupedAnswers &m_answers;
    const UseGroups &m_groups;
    const PairedRows &m_rows;
    const UseOutcomes &m_outcomes;
    const UseTerms &m_terms;
    const GroupedAnswers *m_other;
};

GroupedAnswers::GroupedAnswers(const UseGroups &groups, const UseOutcomes &outcomes,
                               const UseTerms &terms, const GroupedAnswers *other)
    : m_groups(&groups)
    , m_isRight(static_cast<std::size_t>(groups.rows().uses()))
{
    assert(outcomes.decision.size() == m_isRight.size());
    const Taking taking(*this, outcomes, terms, other);
    std::vector<Pass> passes(sumThreads, taking.nothing());
    inParts(m_isRight.size(), sumThreads, [&](unsigned part, std::size_t begin, std::size_t end) {
        for (std::size_t use = begin; use < end; use += Taking::usesAtOnce)
            taking.add(passes[part], use, std::min(use + Taking::usesAtOnce, end));
    });
    for (unsigned part = 1; part < sumThreads; ++part)
        passes[0] += passes[part];
    Pass &all = passes[0];
    m_waterfall = all.ends.waterfall();
    m_anyUnanswered = all.anyUnanswered;
    m_sums = std::move(all.sums);
    m_tallies = all.tallies;
    const auto kind = groups.has(UseGroups::Users) ? UseGroups::Users : UseGroups::Days;
    m_value = m_sums[kind].row(Value).sum() / allWeight();
    ClusterTallies alike = all.clusters;
    alike.dropThoseAlone();
    if (alike.users() || alike.days())
        m_moments = std::make_shared<const ClusterMoments>(
                alike, m_waterfall, OperatingCounts{}, ClassFactors{}, ClassFactors{},
                groups.rows().who, ClusterMoments::EachUser::NotAsked);
    m_clusters.emplace(std::move(all.clusters));
}

Eigen::ArrayXd GroupedAnswers::parts(UseGroups::Kind kind, UseParts of) const
{
    const std::optional<ClusterSums> &sums = kind == UseGroups::Users ? m_clusters->users()
            : kind == UseGroups::Days                                 ? m_clusters->days()
                                                                      : m_clusters->both();
    const auto columns = sums->columnsByGroup();
    Eigen::RowVectorXd sum = Eigen::RowVectorXd::Zero(columns.cols());
    for (std::size_t part = 0; part < useParts; ++part) {
        if (of.contains(static_cast<UsePart>(part)))
            sum += columns.row(eigenIndex(ClusterColumns::columnOf(static_cast<UsePart>(part))));
    }
    return sum.transpose().array();
}

Interval GroupedAnswers::valueInterval() const
{
    const double reach =
            m_groups->spread([this](UseGroups::Kind kind) -> Eigen::ArrayXd {
                        return (column(kind, Value) - m_value * weight(kind)) / allWeight();
                    })
                    .reach();
    return {m_value - reach, m_value + reach};
}

} // namespace oneinn
