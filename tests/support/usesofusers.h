// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/policies/pairedrows.h"

#include <cstdint>

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

} // namespace testsupport
