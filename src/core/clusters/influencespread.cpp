// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/clusters/influencespread.h"

#include "core/eigenindex.h"

#include <boost/math/distributions/students_t.hpp>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <unordered_map>

namespace oneinn {

namespace {

Eigen::ArrayXd summedBy(const DenseUnits &units, const Eigen::ArrayXd &influence)
{
    Eigen::ArrayXd sums = Eigen::ArrayXd::Zero(eigenIndex(units.count));
    for (std::size_t use = 0; use < units.unit.size(); ++use)
        sums[eigenIndex(units.unit[use])] += influence[eigenIndex(use)];
    return sums;
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
    const auto by = [&](const DenseUnits &units) {
        return spreadOfUnits(summedBy(units, influence));
    };
    if (day.size() == 0)
        return by(denseUnits(user));
    if (user.size() == 0)
        return by(denseUnits(day));
    return combined(by(denseUnits(user)), by(denseUnits(day)), by(denseUnits(user, day)));
}

std::optional<ClusterEffect> clusterEffect(const Eigen::ArrayXd &yes, const Eigen::ArrayXd &weight,
                                           const CodeColumn &user, const CodeColumn &day)
{
    const double all = weight.sum();
    if ((user.size() == 0 && day.size() == 0) || !(all > 0.0))
        return std::nullopt;
    const double share = (weight * yes).sum() / all;
    const InfluenceSpread spread = influenceSpread(weight * (yes - share) / all, user, day);
    const auto uses = static_cast<double>(yes.size());
    if (spread.clusters >= uses)
        return std::nullopt;
    const auto tallyOf = [&](double value) {
        const Eigen::ArrayXd of = (yes == value).select(weight, 0.0);
        return Tally{static_cast<double>((yes == value).count()), of.sum(), of.square().sum()};
    };
    const double rows = effectiveRows(tallyOf(1.0), tallyOf(0.0));
    const bool byDay =
            user.size() == 0 || (day.size() > 0 && denseUnits(day).count < denseUnits(user).count);
    ClusterEffect effect{.designEffect = rows / spread.clusters,
                         .clusters = spread.clusters,
                         .effectiveClusters = spread.clusters,
                         .of = byDay ? ClusterOf::Day : ClusterOf::User};
    if (share > 0.0 && share < 1.0)
        effect.designEffect = rows * spread.variance / (share * (1.0 - share));
    return effect;
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

DenseUnits denseUnits(const CodeColumn &user, const CodeColumn &day)
{
    assert(user.size() == day.size());
    DenseUnits units;
    units.unit.reserve(static_cast<std::size_t>(user.size()));
    std::unordered_map<std::uint64_t, std::uint32_t> unitOf;
    for (Eigen::Index use = 0; use < user.size(); ++use) {
        const std::uint64_t pair = (std::uint64_t{user[use]} << 32U) | day[use];
        const auto next = static_cast<std::uint32_t>(units.count);
        const auto [found, isNew] = unitOf.try_emplace(pair, next);
        units.count += isNew ? 1 : 0;
        units.unit.push_back(found->second);
    }
    return units;
}

} // namespace oneinn
