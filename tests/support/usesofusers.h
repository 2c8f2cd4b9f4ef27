// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/policies/pairedrows.h"

#include <cstdint>
#include <random>

namespace testsupport {

/// Uses of one model, as many of each user one after the other; bad, of score 0, for a test to fill
/// in.
inline oneinn::PairedRows usesOfUsers(unsigned users, unsigned usesEach)
{
    const auto rows = static_cast<Eigen::Index>(users) * usesEach;
    oneinn::PairedRows uses;
    uses.models = {"model"};
    uses.label = oneinn::LabelColumn::Zero(rows);
    uses.weight = Eigen::ArrayXd::Ones(rows);
    uses.score = Eigen::ArrayXXd::Zero(rows, 1);
    uses.user.resize(rows);
    for (Eigen::Index row = 0; row < rows; ++row)
        uses.user[row] = static_cast<std::uint32_t>(row / usesEach);
    return uses;
}

/// What such users' scores are: of bad ones normal around a place of the user's, of good ones
/// around one that is `apart` higher.
struct ScoredWorld {
    double goodShare = 0.3;
    double apart = 1.8;
    double spreadOfUsers = 0.5; ///< of the place, from user to user
};

inline oneinn::PairedRows scoredUsesOfUsers(unsigned users, unsigned usesEach,
                                            const ScoredWorld &world, std::mt19937_64 &random)
{
    oneinn::PairedRows uses = usesOfUsers(users, usesEach);
    std::normal_distribution<double> normal;
    std::uniform_real_distribution<double> uniform;
    for (unsigned user = 0; user < users; ++user) {
        const double place = world.spreadOfUsers * normal(random);
        for (unsigned i = 0; i < usesEach; ++i) {
            const Eigen::Index row = static_cast<Eigen::Index>(user) * usesEach + i;
            uses.label[row] = uniform(random) < world.goodShare ? 1 : 0;
            uses.score(row, 0) = place + normal(random) + (uses.label[row] ? world.apart : 0.0);
        }
    }
    return uses;
}

} // namespace testsupport
