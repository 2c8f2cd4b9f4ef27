// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/comparison/differenceverdict.h"

#include <Eigen/Core>

#include <functional>
#include <optional>
#include <vector>

/// Which of several policies are better, by limits that hold for all comparisons at once.
namespace oneinn {

/// One measure of every policy, more of it being better, and the same in every resample. Finite.
struct MeasuredPolicies {
    Eigen::ArrayXd estimate;   ///< by policy
    Eigen::ArrayXXd resampled; ///< by resample and policy
    double smallest = 0.0;     ///< difference that matters
    /// By policy, how much too good it looks, see optimismBetween(). Empty: none does.
    std::vector<std::optional<double>> optimism = {};
    /// Of two policies, whether they differ on some uses, but of fewer than fewestThatDiffer users
    /// or uses: such cannot be told apart. Not set: enough differ.
    std::function<bool(Eigen::Index, Eigen::Index)> tooFewDiffer = {};
};

/// By policy, it against the first; that itself makes no difference.
std::vector<ComparisonVerdict> verdictsAgainstFirst(const MeasuredPolicies &measure);

/// Every policy against every other.
class PairVerdicts {
public:
    explicit PairVerdicts(const MeasuredPolicies &measure);

    /// Of a against b.
    ComparisonVerdict of(Eigen::Index a, Eigen::Index b) const;

private:
    Eigen::Index m_policies;
    std::vector<ComparisonVerdict> m_verdicts; ///< by a < b
};

} // namespace oneinn
