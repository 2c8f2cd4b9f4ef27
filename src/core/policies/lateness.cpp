// SPDX-FileCopyrightText: 2026 One in N contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/policies/lateness.h"

#include <cmath>

namespace oneinn {

namespace {

/// Uses of one kind.
struct InTime {
    Tally yes, no;

    void add(bool inTime, double weight)
    {
        (inTime ? yes : no) += Tally{1.0, weight, weight * weight};
    }
};

Interval differenceInterval(const Proportion &one, const Proportion &other)
{
    const double difference = one.value - other.value;
    return {difference
                    - std::hypot(one.value - one.interval.low, other.interval.high - other.value),
            difference
                    + std::hypot(one.interval.high - one.value, other.value - other.interval.low)};
}

/// kinds[1] and kinds[0].
InTimeShares sharesOf(const InTime (&kinds)[2])
{
    InTimeShares shares{.one = proportion(kinds[1].yes, kinds[1].no),
                        .other = proportion(kinds[0].yes, kinds[0].no),
                        .difference = {}};
    if (shares.one && shares.other)
        shares.difference = differenceInterval(*shares.one, *shares.other);
    return shares;
}

} // namespace

EffectiveRates effectiveIfIndependent(const EffectiveRates &model, double shareInTime)
{
    return {.precision = model.precision, .recall = model.recall * shareInTime};
}

std::optional<LatenessByKind> latenessByKind(const PairedRows &rows, const ModelPoint &point,
                                             Milliseconds budget)
{
    if (!rows.hasLatency())
        return std::nullopt;
    InTime byAnswer[2];
    InTime byCorrectness[2];
    InTime byLabel[2];
    const auto ends = outcomes(rows, SingleModel{point, budget, LatePolicy::Wait});
    for (Eigen::Index use = 0; use < rows.uses(); ++use) {
        const auto at = static_cast<std::size_t>(use);
        if (isLost(ends.decision[at]))
            continue;
        const bool inTime = ends.late[at] == 0;
        const bool shown = ends.decision[at] == UseDecision::Shown;
        const bool positive = rows.label[use] > 0;
        byAnswer[shown ? 1 : 0].add(inTime, rows.weight[use]);
        byCorrectness[shown == positive ? 1 : 0].add(inTime, rows.weight[use]);
        byLabel[positive ? 1 : 0].add(inTime, rows.weight[use]);
    }
    return LatenessByKind{.shownAndSilent = sharesOf(byAnswer),
                          .rightAndWrong = sharesOf(byCorrectness),
                          .positiveAndNegative = sharesOf(byLabel)};
}

} // namespace oneinn
