// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clusters/clustermoments.h"

#include "core/eigenindex.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>

namespace oneinn {

namespace {

constexpr std::array<ClusterColumns, 10> denominators{{
        allUses,
        goodUses,
        badUses,
        shownUses,
        lateUses | inTimeUses | lostUses,
        {OwnCell::Tp, OwnCell::Fp, OwnCell::Fn, OwnCell::Tn},
        {OwnCell::Tp, OwnCell::Fn},
        {OwnCell::Fp, OwnCell::Tn},
        {OwnCell::Tp, OwnCell::Fp},
        {OwnCell::Fn, OwnCell::Tn},
}};

/// By column: that of its class.
Eigen::VectorXd columnFactors(const ClassFactors &uses, const ClassFactors &own)
{
    Eigen::VectorXd factors(eigenIndex(clusterColumns));
    for (std::size_t i = 0; i < useParts; ++i)
        factors[eigenIndex(i)] =
                ofGoodOnes.contains(static_cast<UsePart>(i)) ? uses.positive : uses.negative;
    for (const OwnCell cell : {OwnCell::Tp, OwnCell::Fn})
        factors[eigenIndex(ClusterColumns::columnOf(cell))] = own.positive;
    for (const OwnCell cell : {OwnCell::Fp, OwnCell::Tn})
        factors[eigenIndex(ClusterColumns::columnOf(cell))] = own.negative;
    return factors;
}

} // namespace

ClusterTallies::ClusterTallies(std::optional<std::size_t> users, std::optional<std::size_t> days,
                               std::size_t uses)
    : m_pairs(users.value_or(0), days.value_or(0))
{
    const bool many = uses > ClusterSums::mostUsesApart;
    if (users)
        m_users.emplace(*users, many);
    if (many && users && *users > ClusterSums::groups) {
        constexpr std::size_t most = 16384;
        m_every = (*users + most - 1) / most;
        m_someUsers.emplace(*users / m_every + 1);
    }
    if (days)
        m_days.emplace(*days, many);
    if (users && days)
        m_both.emplace(m_pairs.end(), many);
}

void ClusterTallies::add(std::size_t user, std::size_t day, const UseEntries &use)
{
    if (m_users)
        m_users->add(user, use);
    if (m_someUsers && user % m_every == 0)
        m_someUsers->add(user / m_every, use);
    if (m_days)
        m_days->add(day, use);
    if (m_both)
        m_both->add(m_pairs.of(user, day), use);
}

void ClusterTallies::prefetch(std::size_t user, std::size_t day) const
{
    if (m_users)
        m_users->prefetch(user);
    if (m_both)
        m_both->prefetch(m_pairs.of(user, day));
}

ClusterTallies &ClusterTallies::operator+=(const ClusterTallies &other)
{
    const auto add = [](std::optional<ClusterSums> &to, const std::optional<ClusterSums> &from) {
        if (to)
            *to += *from;
    };
    add(m_users, other.m_users);
    add(m_someUsers, other.m_someUsers);
    add(m_days, other.m_days);
    add(m_both, other.m_both);
    return *this;
}

void ClusterTallies::dropThoseAlone()
{
    if (m_users && m_users->isEachAlone()) {
        m_users.reset();
        m_someUsers.reset();
    }
    if (m_days && m_days->isEachAlone())
        m_days.reset();
    if (!m_users || !m_days)
        m_both.reset();
}

ClusterMoments::ClusterMoments(const ClusterTallies &tallies, const Waterfall &uses,
                               const OperatingCounts &own, const ClassFactors &factors,
                               const ClassFactors &ownFactors, ClusterOf who, EachUser eachUser)
    : m_source(clusterSource(tallies.users().has_value(), tallies.days().has_value()))
    , m_who(who)
    , m_uses(uses.rebased(factors))
{
    const Eigen::VectorXd byColumn = columnFactors(factors, ownFactors);
    m_users = kindOf(tallies.users(), byColumn);
    m_days = kindOf(tallies.days(), byColumn);
    m_both = kindOf(tallies.both(), byColumn);
    if (who == ClusterOf::User && eachUser == EachUser::Asked)
        m_eachUser = usersOf(tallies.someUsers(), byColumn);
    const OperatingCounts restated = own.rebased(ownFactors);
    m_own = {restated.tp, restated.fp, restated.fn, restated.tn};
}

std::optional<ClusterMoments::Kind> ClusterMoments::kindOf(const std::optional<ClusterSums> &sums,
                                                           const Eigen::VectorXd &factors)
{
    if (!sums)
        return std::nullopt;
    Kind kind;
    kind.isGrouped = sums->isGrouped();
    kind.products = factors.asDiagonal() * sums->products() * factors.asDiagonal();
    std::transform(denominators.begin(), denominators.end(), kind.clusters.begin(),
                   [&](ClusterColumns of) { return sums->clustersIn(of); });
    return kind;
}

std::size_t ClusterMoments::placeOf(ClusterColumns of)
{
    const auto found = std::find(denominators.begin(), denominators.end(), of);
    assert(found != denominators.end());
    return static_cast<std::size_t>(found - denominators.begin());
}

/// In uses of mean weight 1, restated.
std::optional<ClusterMoments::Users> ClusterMoments::usersOf(const std::optional<ClusterSums> &sums,
                                                             const Eigen::VectorXd &factors)
{
    const auto columns = sums ? sums->columnsByCluster() : std::nullopt;
    if (!columns)
        return std::nullopt;
    Eigen::MatrixXd byUser = factors.asDiagonal() * *columns;
    Eigen::RowVectorXd uses = Eigen::RowVectorXd::Zero(byUser.cols());
    for (std::size_t i = 0; i < useParts; ++i) {
        if (allUses.contains(static_cast<UsePart>(i)))
            uses += byUser.row(eigenIndex(i));
    }
    const double scale = sums->uses() / uses.sum();
    byUser *= scale;
    uses *= scale;
    Users users;
    const Eigen::RowVectorXd perUse =
            (uses.array() > 0.0).select(uses.array().inverse(), 0.0).matrix();
    users.sums.users = static_cast<double>((uses.array() > 0.0).count());
    constexpr double rounding = 1e-9;
    users.sums.usersWithEnough =
            static_cast<double>((uses.array() >= usesForCorrelation - rounding).count());
    users.sums.uses = uses.sum();
    users.sums.squaredUses = uses.squaredNorm();
    users.total = byUser.rowwise().sum();
    users.meansOfUsers = byUser * perUse.transpose();
    users.productsAUse = byUser * perUse.asDiagonal() * byUser.transpose();
    return users;
}

std::optional<UserCorrelation> ClusterMoments::userCorrelation(
        const Eigen::VectorXd &badByColumn) const
{
    if (!m_eachUser)
        return std::nullopt;
    UserSums sums = m_eachUser->sums;
    sums.bad = badByColumn.dot(m_eachUser->total);
    sums.meansOfUsers = badByColumn.dot(m_eachUser->meansOfUsers);
    sums.squaresAUse = badByColumn.dot(m_eachUser->productsAUse * badByColumn);
    return oneinn::userCorrelation(sums);
}

double ClusterMoments::clusters(ClusterOf of) const
{
    const auto &kind = of == ClusterOf::Day ? m_days : m_users;
    const bool isThere = of == ClusterOf::Day || of == m_who;
    return kind && isThere ? kind->clusters[placeOf(allUses)] : 0.0;
}

double ClusterMoments::variance(const Kind &kind, const Share &share) const
{
    const double clusters = kind.clusters[placeOf(share.ofColumns)];
    if (clusters < 2.0)
        return 0.0;
    const double value = share.yes.weight / share.of.weight;
    Eigen::VectorXd influence = Eigen::VectorXd::Zero(eigenIndex(clusterColumns));
    for (std::size_t column = 0; column < clusterColumns; ++column)
        influence[eigenIndex(column)] = double(share.yesColumns.contains(column))
                - value * double(share.ofColumns.contains(column));
    const double squares = influence.dot(kind.products * influence);
    // What is left of a sum that cancels is rounding.
    constexpr double rounding = 1e-13;
    const Eigen::VectorXd size = influence.cwiseAbs();
    if (squares <= rounding * size.dot(kind.products * size))
        return 0.0;
    return clusters / (clusters - 1.0) * squares / (share.of.weight * share.of.weight);
}

/// Kish's number of them by what they weigh, where that is less than half: a convention.
double ClusterMoments::effectiveClusters(const Kind &kind, const Share &share) const
{
    Eigen::VectorXd of = Eigen::VectorXd::Zero(eigenIndex(clusterColumns));
    for (std::size_t column = 0; column < clusterColumns; ++column)
        of[eigenIndex(column)] = double(share.ofColumns.contains(column));
    const double clusters = kind.clusters[placeOf(share.ofColumns)];
    const double squares = of.dot(kind.products * of);
    // Grouped sums tell the size of groups, not of clusters.
    if (kind.isGrouped || !(squares > 0.0))
        return clusters;
    const double kish = share.of.weight * share.of.weight / squares;
    return kish < clusters / 2.0 ? kish : clusters;
}

namespace {

void setWidest(ClusterEffect &effect, ClusterOf of, double clusters)
{
    effect.widest = of;
    effect.widestClusters = clusters;
}

} // namespace

std::optional<ClusterEffect> ClusterMoments::effectOf(const Share &share) const
{
    if (m_source == ClusterSource::Rows || !(share.of.weight > 0.0))
        return std::nullopt;
    const auto clustersOf = [&](const std::optional<Kind> &kind) {
        return kind ? kind->clusters[placeOf(share.ofColumns)]
                    : std::numeric_limits<double>::infinity();
    };
    const auto varianceOf = [&](const std::optional<Kind> &kind) {
        return kind ? variance(*kind, share) : 0.0;
    };
    const auto effectiveOf = [&](const std::optional<Kind> &kind) {
        return kind ? effectiveClusters(*kind, share) : std::numeric_limits<double>::infinity();
    };
    const double byUser = varianceOf(m_users);
    const double byDay = varianceOf(m_days);
    const double largest = m_both ? std::max({byUser, byDay, byUser + byDay - varianceOf(m_both)})
                                  : std::max(byUser, byDay);
    ClusterEffect effect{.designEffect = 0.0,
                         .clusters = std::min(clustersOf(m_users), clustersOf(m_days)),
                         .effectiveClusters = std::min(effectiveOf(m_users), effectiveOf(m_days)),
                         .of = clustersOf(m_users) <= clustersOf(m_days) ? m_who : ClusterOf::Day};
    if (byUser > byDay)
        setWidest(effect, m_who, clustersOf(m_users));
    else if (byDay > byUser)
        setWidest(effect, ClusterOf::Day, clustersOf(m_days));
    const double rows = effectiveRows(share.yes, share.no);
    if (!(share.yes.weight > 0.0) || !(share.no.weight > 0.0)) {
        effect.designEffect = rows / std::max(1.0, effect.clusters);
        return effect;
    }
    const double value = share.yes.weight / share.of.weight;
    effect.designEffect = rows * largest / (value * (1.0 - value));
    return effect;
}

std::optional<ClusterEffect> ClusterMoments::effectOf(UseParts yes, UseParts of) const
{
    const Tally held = m_uses.of(yes);
    const Tally all = m_uses.of(of);
    const Tally rest = of.containsAll(yes) ? m_uses.of(of.without(yes)) : all - held;
    auto effect = effectOf(Share{held, rest, all, yes, of});
    if (effect)
        effect->ofChances = goneUses.containsAll(yes);
    return effect;
}

std::optional<ClusterEffect> ClusterMoments::precisionEffect(bool stated) const
{
    if (!stated)
        return effectOf(UseParts{UsePart::WrongShown}, shownUses);
    const auto right = effectOf(UseParts{UsePart::RightShown}, goodUses);
    const auto wrong = effectOf(UseParts{UsePart::WrongShown}, badUses);
    if (!right || !wrong)
        return right ? right : wrong;
    ClusterEffect larger = *right;
    larger.designEffect = std::max(right->designEffect, wrong->designEffect);
    larger.clusters = std::min(right->clusters, wrong->clusters);
    larger.effectiveClusters = std::min(right->effectiveClusters, wrong->effectiveClusters);
    return larger;
}

std::optional<ClusterEffect> ClusterMoments::ownEffectOf(std::initializer_list<OwnCell> yes,
                                                         std::initializer_list<OwnCell> no) const
{
    const auto sum = [&](std::initializer_list<OwnCell> cells) {
        Tally tally;
        for (const OwnCell cell : cells)
            tally += m_own[static_cast<std::size_t>(cell)];
        return tally;
    };
    const Tally held = sum(yes);
    const Tally rest = sum(no);
    return effectOf(Share{held, rest, held + rest, yes, ClusterColumns(yes) | no});
}

} // namespace oneinn
