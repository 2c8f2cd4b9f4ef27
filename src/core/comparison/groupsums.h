// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/usegroups.h"

#include <Eigen/Core>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace oneinn {

/// Uses of a few kinds, numbered from 0: all that sums by group need to know of each is its number.
struct CodedUses {
    const std::vector<std::uint8_t> &code; ///< by use, below `codes`
    std::size_t codes = 0;
    const Eigen::ArrayXd &weight;            ///< by use
    const Eigen::ArrayXd *staying = nullptr; ///< by use, in [0, 1]; null: 1
    /// By code, where all uses of it weigh the same: then they are counted.
    std::optional<std::vector<double>> weightOfCode = {};
};

/// What they add up to in every group. Tables hold a number for each code that there is, and so
/// stay where memory is quick.
class GroupSums {
public:
    GroupSums(const UseGroups &groups, const CodedUses &uses);

    /// Codes x groups.
    const Eigen::MatrixXd &weight(UseGroups::Kind kind) const { return m_weight[kind]; }
    /// Weight times `staying`.
    const Eigen::MatrixXd &staying(UseGroups::Kind kind) const
    {
        return m_allStay ? m_weight[kind] : m_staying[kind];
    }
    bool allStay() const { return m_allStay; }

private:
    bool m_allStay;
    std::array<Eigen::MatrixXd, UseGroups::Kinds> m_weight;
    std::array<Eigen::MatrixXd, UseGroups::Kinds> m_staying;
};

} // namespace oneinn
