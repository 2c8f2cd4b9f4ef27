// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/comparison/waitsingroups.h"

#include "core/comparison/groupsums.h"
#include "core/eigenindex.h"
#include "core/parallel.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace oneinn {

namespace {

/// By use, how many limits are shorter than it; one more where there is no wait.
std::vector<std::uint8_t> shorterLimits(const Eigen::ArrayXd &wait,
                                        const std::vector<double> &limits)
{
    constexpr unsigned codeThreads = 2;
    std::vector<std::uint8_t> shorter(static_cast<std::size_t>(wait.size()));
    inParts(shorter.size(), codeThreads, [&](unsigned, std::size_t begin, std::size_t end) {
        for (std::size_t use = begin; use < end; ++use) {
            const double one = wait[eigenIndex(use)];
            std::size_t count = std::isnan(one) ? limits.size() + 1 : 0;
            for (const double limit : limits)
                count += one > limit ? 1U : 0U;
            shorter[use] = static_cast<std::uint8_t>(count);
        }
    });
    return shorter;
}

} // namespace

std::vector<InfluenceSpread> spreadsInGroups(const UseGroups &groups, const Eigen::ArrayXd &wait,
                                             const std::vector<double> &limits)
{
    const std::vector<std::uint8_t> code = shorterLimits(wait, limits);
    const Eigen::Index waits = eigenIndex(limits.size()) + 1; // beyond all limits as well
    CodedUses uses{code, limits.size() + 2, groups.rows().weight};
    const auto &byClass = groups.weightByClass();
    if (byClass && (*byClass)[0] == (*byClass)[1])
        uses.weightOfCode.emplace(uses.codes, byClass->front());
    const GroupSums sums(groups, uses);
    const auto kind = groups.has(UseGroups::Users) ? UseGroups::Users : UseGroups::Days;
    const double all = sums.weight(kind).topRows(waits).sum();
    std::vector<InfluenceSpread> spreads;
    for (Eigen::Index limit = 1; limit < waits; ++limit) {
        const double share = sums.weight(kind).topRows(limit).sum() / all;
        spreads.push_back(groups.spread([&](UseGroups::Kind by) -> Eigen::ArrayXd {
            const Eigen::MatrixXd &weight = sums.weight(by);
            return ((weight.topRows(limit).colwise().sum()
                     - share * weight.topRows(waits).colwise().sum())
                    / all)
                    .transpose()
                    .array();
        }));
    }
    return spreads;
}

} // namespace oneinn
