// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clusters/influencespread.h"

#include "core/eigenindex.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>

namespace oneinn {

namespace {

Eigen::ArrayXd summedBy(const DenseUnits &units, const Eigen::ArrayXd &influence)
{
    Eigen::ArrayXd sums = Eigen::ArrayXd::Zero(eigenIndex(units.count));
    for (std::size_t use = 0; use < units.unit.size(); ++use)
        sums[eigenIndex(units.unit[use])] += influence[eigenIndex(use)];
    return sums;
}

/// Where uses are of users and of days, of both; else one kind stands under `users`.
struct UnitsOfUses {
    DenseUnits users;
    std::optional<DenseUnits> days;
    DenseUnits both;
};

DenseUnits pairsOf(const DenseUnits &users, const DenseUnits &days);

UnitsOfUses unitsOf(const CodeColumn &user, const CodeColumn &day)
{
    if (user.size() == 0 || day.size() == 0)
        return {denseUnits(user.size() > 0 ? user : day), std::nullopt, {}};
    UnitsOfUses units{denseUnits(user), denseUnits(day), {}};
    units.both = pairsOf(units.users, *units.days);
    return units;
}

InfluenceSpread spreadBy(const UnitsOfUses &units, const Eigen::ArrayXd &influence)
{
    const auto by = [&](const DenseUnits &of) { return spreadOfUnits(summedBy(of, influence)); };
    return units.days ? combined(by(units.users), by(*units.days), by(units.both))
                      : by(units.users);
}

std::optional<ClusterEffect> clusterEffectOf(const Tally &yes, const Tally &no, double share,
                                             const InfluenceSpread &spread, ClusterOf of)
{
    if (spread.clusters >= yes.rows + no.rows)
        return std::nullopt;
    const double rows = effectiveRows(yes, no);
    ClusterEffect effect{.designEffect = rows / spread.clusters,
                         .clusters = spread.clusters,
                         .effectiveClusters = spread.clusters,
                         .of = of};
    if (share > 0.0 && share < 1.0)
        effect.designEffect = rows * spread.variance / (share * (1.0 - share));
    return effect;
}

} // namespace

double InfluenceSpread::standardError() const
{
    return std::sqrt(variance);
}

double InfluenceSpread::reach() const
{
    constexpr double upperTail = 0.025;
    if (clusters < 2.0)
        return 0.0;
    const boost::math::students_t t(clusters - 1.0);
    return boost::math::quantile(boost::math::complement(t, upperTail)) * standardError();
}

InfluenceSpread spreadOfUnits(const Eigen::ArrayXd &influence)
{
    const auto units = static_cast<double>(influence.size());
    InfluenceSpread spread{.variance = 0.0,
                           .clusters = units,
                           .moved = static_cast<std::size_t>((influence != 0.0).count())};
    if (influence.size() > 1)
        spread.variance = units / (units - 1.0) * influence.square().sum();
    return spread;
}

InfluenceSpread combined(const InfluenceSpread &users, const InfluenceSpread &days,
                         const InfluenceSpread &both)
{
    return {.variance = std::max({users.variance, days.variance,
                                  users.variance + days.variance - both.variance}),
            .clusters = std::min(users.clusters, days.clusters),
            .moved = users.moved};
}

InfluenceSpread influenceSpread(const Eigen::ArrayXd &influence, const CodeColumn &user,
                                const CodeColumn &day)
{
    assert(user.size() == 0 || user.size() == influence.size());
    assert(day.size() == 0 || day.size() == influence.size());
    if (user.size() == 0 && day.size() == 0)
        return spreadOfUnits(influence);
    return spreadBy(unitsOf(user, day), influence);
}

std::optional<ClusterEffect> clusterEffect(const Eigen::ArrayXd &yes, const Eigen::ArrayXd &weight,
                                           const CodeColumn &user, const CodeColumn &day)
{
    const double all = weight.sum();
    if ((user.size() == 0 && day.size() == 0) || !(all > 0.0))
        return std::nullopt;
    const double share = (weight * yes).sum() / all;
    const UnitsOfUses units = unitsOf(user, day);
    const InfluenceSpread spread = spreadBy(units, weight * (yes - share) / all);
    const auto tallyOf = [&](double value) {
        const Eigen::ArrayXd of = (yes == value).select(weight, 0.0);
        return Tally{static_cast<double>((yes == value).count()), of.sum(), of.square().sum()};
    };
    const bool byDay = user.size() == 0 || (units.days && units.days->count < units.users.count);
    return clusterEffectOf(tallyOf(1.0), tallyOf(0.0), share, spread,
                           byDay ? ClusterOf::Day : ClusterOf::User);
}

std::optional<ClusterEffect> clusterEffect(const Tally &yes, const Tally &no,
                                           const InfluenceSpread &spread, ClusterOf of)
{
    const double all = yes.weight + no.weight;
    return all > 0.0 ? clusterEffectOf(yes, no, yes.weight / all, spread, of) : std::nullopt;
}

CodeColumn codesAt(const CodeColumn &codes, const std::vector<Eigen::Index> &uses)
{
    return codes.size() > 0 ? CodeColumn(codes(uses)) : CodeColumn();
}

DenseUnits denseUnits(const CodeColumn &codes)
{
    DenseUnits units;
    units.unit.reserve(static_cast<std::size_t>(codes.size()));
    if (codes.size() == 0)
        return units;
    constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> unitOf(std::size_t{codes.maxCoeff()} + 1, unseen);
    for (const std::uint32_t code : codes) {
        if (unitOf[code] == unseen)
            unitOf[code] = static_cast<std::uint32_t>(units.count++);
        units.unit.push_back(unitOf[code]);
    }
    return units;
}

namespace {

DenseUnits pairsOf(const DenseUnits &users, const DenseUnits &days)
{
    // Uses of one user after the other, each in its order: then a day is either one of this user or
    // was last one of another, and no table of pairs is needed.
    std::vector<std::uint32_t> begin(users.count + 1, 0);
    for (const std::uint32_t unit : users.unit)
        ++begin[unit + 1];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<std::uint32_t> useOfUser(users.unit.size());
    std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
    for (std::size_t use = 0; use < users.unit.size(); ++use)
        useOfUser[next[users.unit[use]]++] = static_cast<std::uint32_t>(use);
    struct LastOn {
        std::uint32_t user = std::numeric_limits<std::uint32_t>::max();
        std::uint32_t pair = 0;
    };
    std::vector<LastOn> lastOn(days.count);
    CodeColumn pairs(eigenIndex(users.unit.size()));
    std::uint32_t count = 0;
    for (const std::uint32_t use : useOfUser) {
        LastOn &last = lastOn[days.unit[use]];
        if (last.user != users.unit[use])
            last = {users.unit[use], count++};
        pairs[static_cast<Eigen::Index>(use)] = last.pair;
    }
    return denseUnits(pairs);
}

} // namespace

DenseUnits denseUnits(const CodeColumn &user, const CodeColumn &day)
{
    assert(user.size() == day.size());
    return pairsOf(denseUnits(user), denseUnits(day));
}

} // namespace oneinn
