// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/groupedanswers.h"

#include "core/eigenindex.h"
#include "core/ends/waterfallsums.h"
#include "core/parallel.h"
#include "core/policies/valueofuses.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <tuple>
#include <utility>

namespace oneinn {

namespace {

/// Fixed, so that sums round the same on every machine.
constexpr unsigned sumThreads = 2;

using GroupKind = UseGroups::Kind;

/// What an answer is worth to a user who is there for it.
double worthIfThere(const OutcomeValues &values, const CodedEnd &end)
{
    return valueOfUse(values, end.decision, end.good, 1.0);
}

bool isIn(const CodedEnd &end, GroupedAnswers::Column column)
{
    using G = GroupedAnswers;
    switch (column) {
    case G::BadWeight:
    case G::GoodWeight:
        return end.good == (column == G::GoodWeight);
    case G::BadGained:
    case G::GoodGained:
        return end.good == (column == G::GoodGained) && end.isRight() && !end.rightElsewhere;
    case G::BadLost:
    case G::GoodLost:
        return end.good == (column == G::GoodLost) && !end.isRight() && end.rightElsewhere;
    case G::Columns:
        break;
    }
    return false;
}

/// How much of one use is in some parts, if its user is there or gone.
double shareIfThere(const EndParts &parts, UseParts of)
{
    return (of.contains(parts.ifThere) ? 1.0 : 0.0)
            + (parts.unansweredGood && of.contains(UsePart::UnansweredGood) ? 1.0 : 0.0)
            + (parts.byTime && of.contains(*parts.byTime) ? 1.0 : 0.0);
}

double shareIfGone(const EndParts &parts, UseParts of)
{
    if (!parts.byTime)
        return 0.0;
    return (of.contains(parts.ifGone) ? 1.0 : 0.0) + (of.contains(*parts.byTime) ? 1.0 : 0.0);
}

/// A column of each kind of use that a cluster has, given the classes of its uses.
std::uint32_t seenColumns(std::uint8_t classes, bool shown)
{
    const bool bad = (classes & 1U) != 0;
    const bool good = (classes & 2U) != 0;
    UseParts parts;
    if (bad)
        parts = parts | UseParts{UsePart::RightlySilent, UsePart::InTimeBad};
    if (good)
        parts = parts | UseParts{UsePart::MissedByModel, UsePart::InTimeGood};
    if (shown)
        parts = parts | UseParts{good ? UsePart::RightShown : UsePart::WrongShown};
    return ClusterColumns(parts).bits();
}

} // namespace

/// Of one thread.
struct GroupedAnswers::Pass {
    std::array<std::size_t, CodedEnd::numbers> uses{};
    std::array<Tally, CodedEnd::numbers> tallies; ///< only where weights differ within a class
    WaterfallSums ends;                           ///< only where not everybody waits

    Pass &operator+=(const Pass &other)
    {
        for (std::size_t i = 0; i < tallies.size(); ++i)
            tallies[i] += other.tallies[i];
        for (std::size_t i = 0; i < uses.size(); ++i)
            uses[i] += other.uses[i];
        ends += other.ends;
        return *this;
    }
};

GroupedAnswers::GroupedAnswers(const UseGroups &groups, const UseOutcomes &outcomes,
                               const UseTerms &terms, const GroupedAnswers *other)
    : m_groups(&groups)
    , m_values(terms.values)
    , m_code(static_cast<std::size_t>(groups.rows().uses()))
{
    assert(outcomes.decision.size() == m_code.size());
    const bool allWait = terms.patience.everyoneWaits();
    const Eigen::ArrayXd staying =
            allWait ? Eigen::ArrayXd() : stillThere(outcomes, terms.patience);
    const Eigen::ArrayXd *const stays = allWait ? nullptr : &staying;
    std::vector<Pass> passes = codeUses(outcomes, stays, other);
    for (unsigned part = 1; part < passes.size(); ++part)
        passes[0] += passes[part];
    Pass &all = passes[0];
    renumber(all);
    if (allWait) {
        for (std::size_t code = 0; code < m_ends.size(); ++code)
            all.ends.addWaited(m_ends[code].parts(), m_ends[code].own == OwnAnswer::Decides,
                               m_tallies[code]);
    }
    m_waterfall = all.ends.waterfall();
    CodedUses uses{m_code, m_ends.size(), groups.rows().weight, stays};
    if (groups.weightByClass()) {
        uses.weightOfCode.emplace();
        for (const CodedEnd &end : m_ends)
            uses.weightOfCode->push_back((*groups.weightByClass())[end.good ? 1 : 0]);
    }
    m_sums.emplace(groups, uses);
    m_value = value(groups.has(UseGroups::Users) ? UseGroups::Users : UseGroups::Days).sum()
            / allWeight();
    findMoments(stays);
}

/// Numbers every use by how it ends.
std::vector<GroupedAnswers::Pass> GroupedAnswers::codeUses(const UseOutcomes &outcomes,
                                                           const Eigen::ArrayXd *staying,
                                                           const GroupedAnswers *other)
{
    const PairedRows &rows = m_groups->rows();
    std::vector<Pass> passes(sumThreads);
    const auto codeOf = [&](std::size_t i) {
        return CodedEnd{rows.label[eigenIndex(i)] != 0, outcomes.decision[i], outcomes.late[i] != 0,
                        outcomes.own.empty() ? OwnAnswer::Decides : outcomes.own[i],
                        other && other->isRight(i)};
    };
    const auto add = [&](Pass &pass, std::size_t i) {
        const CodedEnd end = codeOf(i);
        const double weight = rows.weight[eigenIndex(i)];
        m_code[i] = end.number();
        ++pass.uses[m_code[i]];
        if (!m_groups->weightByClass())
            pass.tallies[m_code[i]] += {1.0, weight, weight * weight};
        if (staying)
            pass.ends.add({end.parts(), weight, (*staying)[eigenIndex(i)],
                           end.own == OwnAnswer::Decides});
    };
    inParts(m_code.size(), sumThreads, [&](unsigned part, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i)
            add(passes[part], i);
    });
    return passes;
}

/// Leaves out numbers that no use has.
void GroupedAnswers::renumber(const Pass &all)
{
    std::array<std::uint8_t, CodedEnd::numbers> place{};
    for (std::size_t number = 0; number < all.tallies.size(); ++number) {
        if (all.uses[number] == 0)
            continue;
        place[number] = static_cast<std::uint8_t>(m_ends.size());
        m_ends.push_back(CodedEnd::numbered(number));
        const auto &byClass = m_groups->weightByClass();
        const double weight = byClass ? (*byClass)[m_ends.back().good ? 1 : 0] : 0.0;
        const auto uses = static_cast<double>(all.uses[number]);
        m_tallies.push_back(byClass ? Tally{uses, uses * weight, uses * weight * weight}
                                    : all.tallies[number]);
        m_isRight.push_back(m_ends.back().isRight() ? 1 : 0);
        m_anyUnanswered = m_anyUnanswered || m_ends.back().decision == UseDecision::Unanswered;
    }
    for (std::uint8_t &code : m_code)
        code = place[code];
}

template<typename AmountsOf>
GroupedAnswers::Amounts GroupedAnswers::amounts(const AmountsOf &of) const
{
    const Eigen::Index size = eigenIndex(m_ends.size());
    Amounts amounts{Eigen::VectorXd(size), Eigen::VectorXd(size)};
    for (Eigen::Index code = 0; code < size; ++code)
        std::tie(amounts.ifThere[code], amounts.ifGone[code]) =
                of(m_ends[static_cast<std::size_t>(code)]);
    return amounts;
}

Eigen::ArrayXd GroupedAnswers::summed(GroupKind kind, const Amounts &amounts) const
{
    Eigen::VectorXd sums = m_sums->staying(kind).transpose() * amounts.ifThere;
    if (!m_sums->allStay())
        sums += (m_sums->weight(kind) - m_sums->staying(kind)).transpose() * amounts.ifGone;
    return sums.array();
}

Eigen::ArrayXd GroupedAnswers::parts(GroupKind kind, UseParts of) const
{
    return summed(kind, amounts([of](const CodedEnd &end) {
                      const EndParts parts = end.parts();
                      return std::pair(shareIfThere(parts, of), shareIfGone(parts, of));
                  }));
}

Eigen::ArrayXd GroupedAnswers::column(GroupKind kind, Column column) const
{
    return summed(kind, amounts([column](const CodedEnd &end) {
                      const double one = isIn(end, column) ? 1.0 : 0.0;
                      return std::pair(one, one);
                  }));
}

Eigen::ArrayXd GroupedAnswers::value(GroupKind kind) const
{
    return summed(kind, amounts([this](const CodedEnd &end) {
                      return std::pair(worthIfThere(m_values, end), m_values.late());
                  }));
}

Eigen::ArrayXd GroupedAnswers::weight(GroupKind kind) const
{
    return m_sums->weight(kind).colwise().sum().transpose().array();
}

Tally GroupedAnswers::tally(Column column) const
{
    Tally sum;
    for (std::size_t code = 0; code < m_ends.size(); ++code) {
        if (isIn(m_ends[code], column))
            sum += m_tallies[code];
    }
    return sum;
}

/// 1 where one of its uses is shown to a user who may still be there.
std::vector<std::uint8_t> GroupedAnswers::idsShown(GroupKind kind,
                                                   const Eigen::ArrayXd *staying) const
{
    std::vector<std::uint8_t> isShown;
    isShown.reserve(m_ends.size());
    for (const CodedEnd &end : m_ends)
        isShown.push_back(end.decision == UseDecision::Shown ? 1 : 0);
    const std::size_t ids = m_groups->classesById(kind).size();
    std::vector<std::vector<std::uint8_t>> shown(sumThreads, std::vector<std::uint8_t>(ids, 0));
    inParts(m_code.size(), sumThreads, [&](unsigned part, std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            const auto use = eigenIndex(i);
            if (isShown[m_code[i]] != 0 && (!staying || (*staying)[use] > 0.0))
                shown[part][m_groups->idOf(kind, use)] = 1;
        }
    });
    for (unsigned part = 1; part < sumThreads; ++part)
        std::transform(shown[0].begin(), shown[0].end(), shown[part].begin(), shown[0].begin(),
                       [](std::uint8_t a, std::uint8_t b) { return a != 0 || b != 0 ? 1 : 0; });
    return std::move(shown[0]);
}

/// shown: by id, whether one of its uses is.
ClusterSums GroupedAnswers::clusterSums(GroupKind kind,
                                        const std::vector<std::uint8_t> &shown) const
{
    Eigen::MatrixXd byGroup(eigenIndex(clusterColumns), eigenIndex(m_groups->groups(kind)));
    byGroup.setZero();
    for (std::size_t part = 0; part < useParts; ++part)
        byGroup.row(eigenIndex(part)) =
                parts(kind, {static_cast<UsePart>(part)}).matrix().transpose();
    const std::vector<std::uint8_t> &classes = m_groups->classesById(kind);
    std::vector<std::uint32_t> seen(classes.size());
    std::transform(classes.begin(), classes.end(), shown.begin(), seen.begin(),
                   [](std::uint8_t has, std::uint8_t any) { return seenColumns(has, any != 0); });
    return {byGroup, std::move(seen), m_code.size()};
}

void GroupedAnswers::findMoments(const Eigen::ArrayXd *staying)
{
    const auto sumsOf = [&](GroupKind kind) -> std::optional<ClusterSums> {
        if (!m_groups->has(kind))
            return std::nullopt;
        if (m_groups->isHashed(kind))
            return clusterSums(kind, idsShown(kind, staying));
        const Eigen::ArrayXd weight = parts(kind, shownUses);
        std::vector<std::uint8_t> shown(static_cast<std::size_t>(weight.size()));
        std::transform(weight.begin(), weight.end(), shown.begin(),
                       [](double sum) { return sum > 0.0 ? 1 : 0; });
        return clusterSums(kind, shown);
    };
    ClusterTallies alike(sumsOf(UseGroups::Users), sumsOf(UseGroups::Days),
                         sumsOf(UseGroups::Both));
    alike.dropThoseAlone();
    if (alike.users() || alike.days())
        m_moments = std::make_shared<const ClusterMoments>(
                alike, m_waterfall, OperatingCounts{}, ClassFactors{}, ClassFactors{},
                m_groups->rows().who, ClusterMoments::EachUser::NotAsked);
}

Interval GroupedAnswers::valueInterval() const
{
    const double reach = m_groups->spread([this](GroupKind kind) -> Eigen::ArrayXd {
                                     return (value(kind) - m_value * weight(kind)) / allWeight();
                                 })
                                 .reach();
    return {m_value - reach, m_value + reach};
}

} // namespace oneinn
